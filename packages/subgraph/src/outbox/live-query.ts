import { platformError } from '../errors/platform-errors.js';
import type { RequestReads } from '../request/request-reads.js';
import type { Mouvement } from './mouvement.js';
import type { MovementFeed } from './movement-feed.js';

/** A subscriber that far behind is not reading: ending its stream is kinder than filling memory. */
const MAX_PENDING = 1000;

export interface LiveQueryOptions<Value> {
  readonly feed: Pick<MovementFeed, 'subscribe'>;
  /** Renewed before each event, so that an event never shows what an earlier one had read. */
  readonly reads: Pick<RequestReads, 'renew'>;
  /**
   * What this subscriber sees of the movement, read in the subscriber's own name.
   * @returns `undefined` when the movement doesn't concern the subscriber: no event at all
   */
  readonly select: (mouvement: Mouvement) => Promise<Value | null | undefined>;
}

/**
 * The movements of the outbox, each read again with the subscriber's eyes.
 *
 * Not an async generator: its `return()` would wait behind a pending `next()` for a movement that
 * may never come, and the connection would stay open.
 */
export function liveQuery<Value>(
  options: LiveQueryOptions<Value>,
): AsyncIterableIterator<Value | null> {
  const pending: Mouvement[] = [];
  let wake: (() => void) | undefined;
  let closed = false;
  let overflowed = false;

  const unsubscribe = options.feed.subscribe((mouvement) => {
    if (pending.length >= MAX_PENDING) {
      overflowed = true;
      pending.length = 0;
    } else {
      pending.push(mouvement);
    }
    wake?.();
  });

  async function nextMouvement(): Promise<Mouvement | undefined> {
    while (!closed && !overflowed && pending.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return pending.shift();
  }

  function close(): void {
    closed = true;
    pending.length = 0;
    unsubscribe();
    wake?.();
  }

  return {
    async next() {
      // The former event has left: its snapshot and its connection go back.
      await options.reads.renew();
      for (;;) {
        const mouvement = await nextMouvement();
        if (overflowed) {
          close();
          throw platformError('FLUX_INTERROMPU');
        }
        if (closed || mouvement === undefined) return { done: true, value: undefined };
        const value = await options.select(mouvement);
        if (value !== undefined) return { done: false, value };
        await options.reads.renew();
      }
    },
    return() {
      close();
      return Promise.resolve({ done: true, value: undefined });
    },
    throw(error) {
      close();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
