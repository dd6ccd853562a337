import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { CleContribution, Contribution } from './contribution.js';

export interface HistoireDemandee {
  readonly page: Page;
  /** Civil date: only what was published at its end; null for all. */
  readonly le: string | null;
}

/** Everything here is read with the viewer's eyes: row-level security has the last word. */
export interface ContributionReader {
  /** By engagement: the newest version that the viewer may see. */
  readonly courante: BatchRead<string, Contribution | null>;
  /** By engagement: what was published at the end of this civil day and the viewer may see. */
  readonly auJour: BatchRead<string, Contribution | null, string>;
  /** By engagement: the last published version that the viewer may see. */
  readonly publiee: BatchRead<string, Contribution | null>;
  readonly parCle: BatchRead<CleContribution, Contribution | null>;
  /** By engagement: the versions that the viewer may see, newest first. */
  readonly historique: BatchRead<string, Slice<Contribution>, HistoireDemandee>;
}
