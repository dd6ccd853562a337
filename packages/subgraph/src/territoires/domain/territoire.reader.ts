import type { SqlReader } from '../../database/sql-reader.js';
import type { Page, Slice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Maille } from '../../vocabulaire/codes.js';
import type { CleTerritoire, FiltreTerritoires, Territoire } from './territoire.js';

export interface TerritoireReader {
  readonly parCle: BatchRead<CleTerritoire, Territoire | null>;
  /** Territories of one maille inside each of these, page by page. */
  readonly enfants: BatchRead<CleTerritoire, Slice<Territoire>, { maille: Maille; page: Page }>;
  list(sql: SqlReader, filtre: FiltreTerritoires, page: Page): Promise<Slice<Territoire>>;
}
