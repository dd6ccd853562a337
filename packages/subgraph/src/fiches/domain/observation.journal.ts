import type { Identite } from '@passerelle/identity';
import type { Trace } from './fiche.journal.js';

/** Already recorded under an idempotency key. */
export interface Connue {
  readonly id: number;
  readonly empreinteDemande: string;
}

/** An observation that its author may still word again or take back. */
export interface ObservationOuverte {
  /** Of its text, from 1. */
  readonly version: number;
  /** Records the next text. */
  replace(texte: string): Promise<void>;
  takeBack(): Promise<void>;
}

/** This house's append-only record of what it remarks of the others' fiches. */
export interface ObservationJournal {
  /** Alone on its idempotency key, in one transaction in the name of `identite`. */
  add(
    identite: Identite,
    observation: { readonly fiche: string; readonly texte: string },
    trace: Trace,
  ): Promise<Connue>;
  /**
   * Runs `act` alone on one observation, in one transaction in the name of `identite`. It receives
   * null when the observation is unknown, taken back already, or written by somebody else.
   *
   * @returns what `act` does; or, without running it, the correction already known under the key
   */
  openOwn<Result>(
    identite: Identite,
    id: number,
    trace: Trace,
    act: (ouverte: ObservationOuverte | null) => Promise<Result>,
  ): Promise<{ readonly connue: Connue } | { readonly fait: Result }>;
}
