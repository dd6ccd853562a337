/** The state of everything as it was read on one instant; never changed afterwards. */
export interface Situation {
  /** « situation-2023-12-15-1 ». */
  readonly id: string;
  readonly titre: string;
  /** Civil date of which the state is told. */
  readonly le: string;
  readonly arreteeLe: Date;
  readonly auteur: string;
  /** SHA-256 of `contenu`, hexadecimal. */
  readonly empreinte: string;
  /** Houses that did not answer: their part is not in it. */
  readonly manquants: readonly string[];
  readonly demonstration: boolean;
}

export interface SituationEntiere extends Situation {
  /** The answers of the graph, as canonical JSON: the same text gives the same hash. */
  readonly contenu: string;
}
