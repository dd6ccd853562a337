import {
  type DocumentTexte,
  ecrireDocx,
  nomDeFichier,
  telecharger,
} from '@passerelle/portal-files';

/** Writes a document for a word processor and gives it to the reader. */
export async function exporterDocx(nom: readonly string[], document: DocumentTexte): Promise<void> {
  telecharger(await ecrireDocx(document), nomDeFichier(nom, 'docx'));
}
