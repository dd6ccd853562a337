import type { Cellule, Colonne, Feuille } from '@passerelle/portal-files';
import type { Manque } from '../graphe/manques.js';

/** A list as a file takes it: titles, rows, and what their reader must know. */
export interface TableauAExporter {
  colonnes: readonly Colonne[];
  lignes: readonly (readonly Cellule[])[];
  /** Whole sentences: what is missing, hidden, or not for real. */
  remarques?: readonly string[];
  /** What a row holds several of, one a row: sheets of the workbook, after the list's own. */
  autresFeuilles?: readonly Feuille[];
  /** When the houses answered, when it is not known from the preparing of the file. */
  lueLe?: Date | undefined;
}

/** How far a long reading is, and whether someone still waits for it. */
export interface SuiviDeLecture {
  signal: AbortSignal;
  /** @param lues - how many elements are read so far */
  avancer: (lues: number) => void;
}

export interface ListeEntiereLue<Element> {
  elements: readonly Element[];
  /** The list goes on beyond what a file takes. */
  tronquee: boolean;
  /** Places left empty by a house that did not answer; counted from the start of the whole list. */
  manques: readonly Manque[];
}
