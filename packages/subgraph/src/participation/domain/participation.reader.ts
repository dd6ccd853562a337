import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Accord, PointPropose, Suite, ValidationDeDecision } from './participation.js';

/** Everything here is read with the viewer's eyes: row-level security has the last word. */
export interface ParticipationReader {
  /** By session: what the house proposes and has not withdrawn, in the order of proposal. */
  readonly points: BatchRead<string, readonly PointPropose[]>;
  /** By session: the last agreement of each nature and title. */
  readonly accords: BatchRead<string, readonly Accord[]>;
  /** By decision: the last validation in each title. */
  readonly validations: BatchRead<string, readonly ValidationDeDecision[]>;
  /** By decision: the last version. */
  readonly suite: BatchRead<string, Suite | null>;
  /** By decision: every version, newest first. */
  readonly historique: BatchRead<string, Slice<Suite>, Page>;
}
