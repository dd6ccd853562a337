import type { Identite } from '@passerelle/identity';
import type { Trace } from './fiche.journal.js';

/** Already recorded under an idempotency key. */
export interface Connue {
  readonly id: number;
  readonly empreinteDemande: string;
}

/** This house's append-only record of what it remarks of the others' fiches. */
export interface ObservationJournal {
  /** Alone on its idempotency key, in one transaction in the name of `identite`. */
  add(
    identite: Identite,
    observation: { readonly fiche: string; readonly texte: string },
    trace: Trace,
  ): Promise<Connue>;
  /** @returns false when it is unknown, taken back already, or written by somebody else */
  takeBack(identite: Identite, id: number, trace: Trace): Promise<boolean>;
}
