import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';

/** What a house remarks of another's fiche. */
export interface Observation {
  readonly id: number;
  /** « region:fiche-12 ». */
  readonly fiche: string;
  readonly texte: string;
  /** A function and its organisation, never a name. */
  readonly auteur: string;
  readonly ecriteLe: Date;
  readonly demonstration: boolean;
}

/** Read with the viewer's eyes. */
export interface ObservationReader {
  /** By fiche, newest first, without those that their author took back. */
  readonly parFiche: BatchRead<string, Slice<Observation>, Page>;
  readonly parId: BatchRead<number, Observation | null>;
}
