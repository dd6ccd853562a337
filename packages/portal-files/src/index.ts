export { ecrireCsv, lireCsv, type OptionsCsv } from './csv.js';
export type { Bloc, DocumentTexte, TableauDocument } from './document-texte.js';
export type { Cellule, Colonne, Feuille, FeuilleLue, JourCivil, ValeurLue } from './feuille.js';
export { FichierRefuse } from './fichier-refuse.js';
export { nomDeFichier } from './nom-de-fichier.js';
export { telecharger } from './telecharger.js';

import type { DocumentTexte } from './document-texte.js';
import type { Feuille, FeuilleLue } from './feuille.js';

/**
 * A workbook. Texts stay texts, whatever they begin with: nothing that comes from the data is ever
 * run as a formula.
 */
export async function ecrireXlsx(feuilles: readonly Feuille[]): Promise<Blob> {
  const { buildXlsx } = await import('./xlsx/build-xlsx.js');
  return buildXlsx(feuilles);
}

/**
 * The sheets of a workbook, in their order: values, never formulas.
 *
 * @throws FichierRefuse for what is not a workbook, or is too large
 */
export async function lireXlsx(fichier: Blob): Promise<readonly FeuilleLue[]> {
  const { readXlsx } = await import('./xlsx/read-xlsx.js');
  return readXlsx(fichier);
}

/** A document for a word processor: titles, paragraphs, lists and tables, on A4. */
export async function ecrireDocx(document: DocumentTexte): Promise<Blob> {
  const { buildDocx } = await import('./docx/build-docx.js');
  return buildDocx(document);
}
