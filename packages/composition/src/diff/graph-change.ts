import type { GraphChangeCode } from './change-catalogue.js';

/** What a change may do to those who already use the graph. */
export type Severite =
  /** An operation that uses the coordinate fails or loses a promise that was made to it. */
  | 'CASSANT'
  /** Operations stay valid, but a client may meet what it has never met. */
  | 'RISQUE'
  | 'SANS_RISQUE';

/** One difference between two API schemas. */
export interface GraphChange {
  readonly code: GraphChangeCode;
  /** Schema coordinate: `Query.formations`, `Query.formations(first:)`, `Meteo.ORAGE`, `@partiel`. */
  readonly coordonnee: string;
  readonly severite: Severite;
  /** Partner that answers for the coordinate, when the caller knows it. */
  readonly partenaire?: string;
  /** What was there (a type, a default, a member, a reason); absent for an addition. */
  readonly avant?: string;
  /** What takes its place; absent for a removal. */
  readonly apres?: string;
  /** French: what has changed. */
  readonly message: string;
  /** French: what would pass instead; empty when nothing has to be done. */
  readonly remede: string;
}
