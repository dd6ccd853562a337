import { ecrireCsv, ecrireXlsx, nomDeFichier, telecharger } from '@passerelle/portal-files';
import { jourDuPortail } from '../date/jour-du-portail.js';
import { formaterDate } from '../formats/formats.js';
import type { TableauAExporter } from './liste-entiere-lue.js';

export type FormatDeListe = 'csv' | 'xlsx';

/** Gives the reader a list as a file named after it and the day that the portal shows. */
export async function donnerListe(
  nom: string,
  tableau: TableauAExporter,
  format: FormatDeListe,
): Promise<void> {
  const contenu = await ecrireListe(nom, tableau, format, {
    jour: jourDuPortail().le,
    prepareLe: new Date(),
    adresse: location.href,
  });
  telecharger(contenu, nomDeFichier([nom, jourDuPortail().le], format));
}

export interface Circonstances {
  /** Civil day that the portal shows. */
  jour: string;
  prepareLe: Date;
  /** Of the page, with its filters: leads back to the same list. */
  adresse: string;
}

/**
 * The list as a file. A workbook ends with a sheet on where it comes from; a CSV has only its
 * rows, and then the remarks, that no one may leave behind.
 */
export async function ecrireListe(
  nom: string,
  { colonnes, lignes, remarques = [], autresFeuilles = [], lueLe }: TableauAExporter,
  format: FormatDeListe,
  { jour, prepareLe, adresse }: Circonstances,
): Promise<Blob> {
  if (format === 'csv') {
    return ecrireCsv(colonnes, [...lignes, ...remarques.map((remarque) => [remarque])]);
  }
  return await ecrireXlsx([
    { nom, colonnes, lignes },
    ...autresFeuilles,
    {
      nom: 'À lire',
      colonnes: [
        { titre: 'Ce fichier', largeur: 28 },
        { titre: nom, largeur: 90 },
      ],
      lignes: [
        ['Lignes', lignes.length],
        ['Au jour du', { jour }],
        ['Préparé le', formaterDate(prepareLe.toISOString())],
        ...(lueLe ? [['Lu le', formaterDate(lueLe.toISOString())]] : []),
        ['Liste et filtres', adresse],
        ...remarques.map((remarque) => ['À savoir', remarque]),
      ],
    },
  ]);
}
