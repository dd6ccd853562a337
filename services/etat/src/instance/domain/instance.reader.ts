import type { BatchRead, CleTerritoire, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { FiltreInstances, Instance, Membre, ReglageSecondeConvocation } from './instance.js';

export interface InstanceReader {
  readonly parId: BatchRead<string, Instance | null>;
  /** Instances of exactly these territories, that day. */
  readonly parTerritoire: BatchRead<CleTerritoire, readonly Instance[], { le: string }>;
  /** The one of its line (itself, the one that it follows, the one that follows it) that day. */
  readonly auJour: BatchRead<string, Instance | null, { le: string }>;
  readonly successeur: BatchRead<string, Instance | null>;
  /** Seats taken that day, the co-pilots first. */
  readonly membres: BatchRead<string, readonly Membre[], { le: string }>;
  /** By body: its rule for a second convening, where somebody recorded one. */
  readonly secondeConvocation: BatchRead<string, ReglageSecondeConvocation | null>;
  list(sql: SqlReader, filtre: FiltreInstances, page: Page): Promise<Slice<Instance>>;
}
