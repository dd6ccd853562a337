/** A civil date in a cell: shown as a date, without hour nor time zone. */
export interface JourCivil {
  /** `2023-12-15` */
  readonly jour: string;
}

export type Cellule = string | number | boolean | JourCivil | null;

export interface Colonne {
  readonly titre: string;
  /** In characters; 16 when absent. */
  readonly largeur?: number;
  /** Values offered in a list; another one is refused by the spreadsheet. */
  readonly choix?: readonly string[];
  /** Whole numbers between these bounds; the spreadsheet refuses another. */
  readonly bornes?: { readonly min: number; readonly max: number };
  /** Grey: what the reader is not asked to fill in. */
  readonly repere?: boolean;
}

export interface Feuille {
  /** At most 31 characters; what spreadsheets refuse in a name is replaced. */
  readonly nom: string;
  readonly colonnes: readonly Colonne[];
  readonly lignes: readonly (readonly Cellule[])[];
}

/** As read: a date is its civil day `2023-12-15`. */
export type ValeurLue = string | number | boolean | null;

export interface FeuilleLue {
  readonly nom: string;
  /** Each row as long as the longest one of the sheet. */
  readonly lignes: readonly (readonly ValeurLue[])[];
}
