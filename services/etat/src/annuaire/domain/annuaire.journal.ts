import type { Identite } from '@passerelle/identity';

export interface NouveauRole {
  readonly organisation: string;
  readonly fonction: string;
  readonly titulaire: string | null;
  /** Civil date from which the role is held. */
  readonly du: string;
  readonly source: string;
}

export interface AnnuaireJournal {
  /**
   * Ends whoever held the same function that day, and records the new one.
   *
   * @returns false for an unknown organisation, or a day before the present holder's own
   */
  nommer(identite: Identite, role: NouveauRole): Promise<'FAIT' | 'INCONNUE' | 'TROP_TOT'>;
}
