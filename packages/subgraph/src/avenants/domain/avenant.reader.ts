import type { BatchRead } from '../../request/batch-read.js';
import type { ValidationAvenant } from './avenant.js';

export interface AvenantReader {
  /** By avenant: the last validation of each house, as this house knows them. */
  readonly validations: BatchRead<string, readonly ValidationAvenant[]>;
}
