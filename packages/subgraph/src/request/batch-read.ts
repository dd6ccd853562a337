import type { SqlReader } from '../database/sql-reader.js';

/**
 * How many keys are read by one statement, whatever asks for them.
 * Defined once per reader; each request makes its own loader from it.
 */
export interface BatchRead<Key, Value, Args = void> {
  /** Two keys with the same text are the same row. */
  readonly cacheKey: (key: Key) => string;
  /** Values in the order of `keys`. */
  readonly read: (sql: SqlReader, keys: readonly Key[], args: Args) => Promise<readonly Value[]>;
}
