import type { BatchRead, Page, Slice, SqlReader } from '@passerelle/subgraph';
import type { FiltreMetiers, Metier } from './metier.js';

export interface MetierReader {
  readonly parCode: BatchRead<string, Metier | null>;
  list(sql: SqlReader, filtre: FiltreMetiers, page: Page): Promise<Slice<Metier>>;
}
