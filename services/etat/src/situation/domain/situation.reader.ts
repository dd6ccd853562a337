import type { BatchRead, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { Situation, SituationEntiere } from './situation.js';

export interface SituationReader {
  /** The latest first. */
  list(sql: SqlReader, page: Page): Promise<Slice<Situation & { tri: readonly [string, string] }>>;
  readonly parId: BatchRead<string, SituationEntiere | null>;
}
