import type { SqlReader } from '../../database/sql-reader.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { ImportContributions } from './import.js';

/** The house's imports; nobody else sees any. */
export interface ContributionImportReader {
  readonly parId: BatchRead<string, ImportContributions | null>;
  /** The newest, undone or not; null before the first. */
  dernier(sql: SqlReader): Promise<ImportContributions | null>;
}
