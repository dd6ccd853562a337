import type { Identite, Partenaire } from '@passerelle/identity';
import type { SqlWriter } from '../../database/sql-writer.js';

/**
 * A fact that one house did and that another may need: a validation, an agreement, a follow-up.
 * It lives in its author's database, signed with that house's key; the others keep a copy.
 */
export interface Acte {
  /** The house whose act it is. */
  readonly partenaire: Partenaire;
  /** Place in that house's stream: grows, never changes. */
  readonly numero: number;
  /** What was done: « DECISION_VALIDEE ». */
  readonly nature: string;
  /** What it was done to, by its key in the graph: « spel-596:2023-12-18:3 ». */
  readonly sujet: string;
  /** JSON of the nature: the feature that knows the nature parses it. */
  readonly charge: unknown;
  /** Function and organisation, never a name. */
  readonly auteur: string;
  /** Instant. */
  readonly faitLe: string;
}

export interface ActeNouveau {
  readonly nature: string;
  readonly sujet: string;
  readonly charge: Readonly<Record<string, unknown>>;
}

/**
 * What a feature does when an act is known, its own house's included: called once per act, in the
 * order of each house's stream, inside the transaction that records it. An act of another house
 * may speak of something that is unknown here: that is no error.
 */
export type Reaction = (acte: Acte, sql: SqlWriter) => Promise<void>;

/** The acts of this house. */
export interface JournalDesActes {
  /**
   * Signs an act and records it inside the caller's transaction, then runs this house's own
   * reactions to it there.
   */
  signer(sql: SqlWriter, identite: Identite, acte: ActeNouveau): Promise<Acte>;
}
