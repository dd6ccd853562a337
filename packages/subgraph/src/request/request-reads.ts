import DataLoader from 'dataloader';
import type { ReadSession } from '../database/read-session.js';
import type { SqlReader } from '../database/sql-reader.js';
import type { BatchRead } from './batch-read.js';

/** Above this, one statement would carry an array that helps nobody. */
const MAX_BATCH_SIZE = 500;

/** Everything one request reads: a session in the viewer's name and its loaders. */
export class RequestReads {
  readonly #open: () => ReadSession;
  #session: ReadSession;
  #loaders = new Map<unknown, Map<string, unknown>>();

  constructor(open: () => ReadSession) {
    this.#open = open;
    this.#session = open();
  }

  get sql(): SqlReader {
    return this.#session;
  }

  /** One value by its key; calls of the same tick share one statement, equal keys one answer. */
  load<Key, Value>(batch: BatchRead<Key, Value>, key: Key): Promise<Value>;
  load<Key, Value, Args>(batch: BatchRead<Key, Value, Args>, key: Key, args: Args): Promise<Value>;
  load<Key, Value, Args>(
    batch: BatchRead<Key, Value, Args>,
    key: Key,
    args?: Args,
  ): Promise<Value> {
    const variants = this.#loaders.get(batch) ?? new Map<string, unknown>();
    this.#loaders.set(batch, variants);
    const variant = JSON.stringify(args) ?? '';
    // Only this method writes under (batch, variant), always with this batch's types.
    let loader = variants.get(variant) as DataLoader<Key, Value, string> | undefined;
    if (!loader) {
      const session = this.#session;
      loader = new DataLoader<Key, Value, string>(
        (keys) => batch.read(session, keys, args as Args),
        { cacheKeyFn: batch.cacheKey, maxBatchSize: MAX_BATCH_SIZE },
      );
      variants.set(variant, loader);
    }
    return loader.load(key);
  }

  /** After a write, or before the next event of a subscription: what was read is out of date. */
  async renew(): Promise<void> {
    const former = this.#session;
    this.#session = this.#open();
    this.#loaders = new Map();
    await former.close();
  }

  close(): Promise<void> {
    return this.#session.close();
  }
}
