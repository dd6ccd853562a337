import type { Identite } from '@passerelle/identity';
import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Trace } from './fiche.journal.js';
import type { Connue } from './observation.journal.js';

export const SensAvis = {
  FAVORABLE: 'FAVORABLE',
  DEFAVORABLE: 'DEFAVORABLE',
  RESERVE: 'RESERVE',
} as const;
export type SensAvis = keyof typeof SensAvis;

/** What an agent of the secretariat records. */
export interface ContenuAvis {
  /** « region:fiche-12 ». */
  readonly fiche: string;
  /** The social partner, never a person. */
  readonly organisation: string;
  readonly sens: SensAvis;
  readonly motif: string | null;
  /** Civil date on which it was given. */
  readonly donneLe: string;
}

/** The opinion of a social partner on a fiche of one of the houses. */
export interface Avis extends ContenuAvis {
  readonly id: number;
  /** Function and organisation of who recorded it. */
  readonly auteur: string;
  readonly enregistreLe: Date;
  readonly demonstration: boolean;
}

/** Read with the viewer's eyes. */
export interface AvisReader {
  /** By fiche: the last opinion of each organisation, newest first. */
  readonly parFiche: BatchRead<string, Slice<Avis>, Page>;
  readonly parId: BatchRead<number, Avis | null>;
}

/** The secretariat's append-only record: another opinion of the same partner replaces the former. */
export interface AvisJournal {
  /** Alone on its idempotency key, in one transaction in the name of `identite`. */
  add(identite: Identite, avis: ContenuAvis, trace: Trace): Promise<Connue>;
}
