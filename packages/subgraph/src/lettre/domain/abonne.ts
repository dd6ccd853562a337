import type { Maille, Role } from '@passerelle/identity';

/** An agent of the house who gets the letter, as they were at their last visit. */
export interface Abonne {
  /** Opaque subject; never shown, never logged with the address. */
  readonly sujet: string;
  readonly courriel: string;
  readonly fonction: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
  readonly territoire: { readonly code: string; readonly maille: Maille } | null;
  readonly visitePrecedente: Date | null;
}

/** Who gets the letter of a Monday, and which ones left. */
export interface RegistreDesLettres {
  /** The agent's own row, whether the letter of Monday is wanted or not; null without an address. */
  abonne(sujet: string): Promise<Abonne | null>;
  /**
   * Takes the next letter of this Monday for this replica, for ten minutes: a letter that nobody
   * confirms is taken again, five times at most.
   */
  prendre(lundi: string): Promise<Abonne | null>;
  confirmer(lundi: string, sujet: string): Promise<void>;
}
