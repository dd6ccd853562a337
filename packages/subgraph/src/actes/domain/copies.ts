import type { Partenaire } from '@passerelle/identity';
import type { Acte } from './acte.js';

/** The last act of a house that is kept here. */
export interface Curseur {
  /** 0 before the first. */
  readonly numero: number;
  /** As its house signed it; null before the first. */
  readonly jws: string | null;
}

/** Copies of the acts of the other houses. */
export interface Copies {
  curseur(partenaire: Partenaire): Promise<Curseur>;
  /**
   * Keeps an act and runs this house's reactions to it, in one transaction: both or neither, once,
   * even if another process does the same.
   *
   * @returns false when it was already kept
   * @throws SuiviArrete when the act before it is missing, or when a reaction fails
   */
  ajouter(acte: Acte, jws: string): Promise<boolean>;
}

/** What a house says of its acts after a number. */
export interface PageDActes {
  readonly jws: readonly string[];
  /** Number of its last act; 0 without any. */
  readonly dernier: number;
  /** True when more follow this page. */
  readonly suite: boolean;
}
