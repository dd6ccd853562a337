import type { BatchRead, CleTerritoire, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { FiltreInstances, Instance } from './instance.js';

export interface InstanceReader {
  readonly parId: BatchRead<string, Instance | null>;
  /** Instances of exactly these territories. */
  readonly parTerritoire: BatchRead<CleTerritoire, readonly Instance[]>;
  list(sql: SqlReader, filtre: FiltreInstances, page: Page): Promise<Slice<Instance>>;
}
