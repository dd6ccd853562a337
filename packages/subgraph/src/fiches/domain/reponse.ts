import type { Identite } from '@passerelle/identity';
import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Trace } from './fiche.journal.js';
import type { Connue } from './observation.journal.js';

/** What the house of a fiche answers to what another one remarked of it. */
export interface Reponse {
  readonly id: number;
  /** Number of the fiche in its house. */
  readonly fiche: number;
  /** « etat:observation-7 ». */
  readonly observation: string;
  readonly texte: string;
  /** A function and its organisation, never a name. */
  readonly auteur: string;
  readonly ecriteLe: Date;
  readonly demonstration: boolean;
}

/** Read with the viewer's eyes. */
export interface ReponseReader {
  /** By number of fiche: the last answer to each observation, newest first. */
  readonly parFiche: BatchRead<number, Slice<Reponse>, Page>;
  readonly parId: BatchRead<number, Reponse | null>;
}

/** The house's append-only record: another answer takes the place of the former. */
export interface ReponseJournal {
  /** Alone on its idempotency key, in one transaction in the name of `identite`. */
  add(
    identite: Identite,
    reponse: Pick<Reponse, 'fiche' | 'observation' | 'texte'>,
    trace: Trace,
  ): Promise<Connue>;
}
