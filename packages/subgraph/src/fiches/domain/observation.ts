import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';

/** A text that its author replaced. */
export interface TexteRemplace {
  readonly texte: string;
  readonly ecritLe: Date;
}

/** What a house remarks of another's fiche, in its author's last words. */
export interface Observation {
  readonly id: number;
  /** « region:fiche-12 ». */
  readonly fiche: string;
  /** Of its text, from 1. */
  readonly version: number;
  readonly texte: string;
  /** A function and its organisation, never a name. */
  readonly auteur: string;
  /** Opaque subject of the token: to know one's own, never shown. */
  readonly auteurSujet: string;
  readonly ecriteLe: Date;
  /** Null as long as it was never worded again. */
  readonly corrigeeLe: Date | null;
  /** Null as long as its author stands by it; afterwards it is kept, and says so. */
  readonly retireeLe: Date | null;
  /** Newest first. */
  readonly anciensTextes: readonly TexteRemplace[];
  readonly demonstration: boolean;
}

/** Read with the viewer's eyes. */
export interface ObservationReader {
  /** By fiche, newest first, with those that their author took back. */
  readonly parFiche: BatchRead<string, Slice<Observation>, Page>;
  readonly parId: BatchRead<number, Observation | null>;
}
