import { setTimeout as delay } from 'node:timers/promises';
import type { Canal } from '@passerelle/publication';
import type { Log } from '../log.js';
import type { EventStream } from './event-stream.js';
import type { ReadJws } from './jws-cache.js';
import { waitFor } from './wait-for.js';
import type { Watch } from './watch.js';

const RETRY_MS = 500;

/**
 * Sends the current publication, then each new one, in order, until the other end goes. A database
 * that is away delays it and nothing else.
 *
 * @param depuis - last number that the other end received: it is sent what came after, all of it
 */
export async function followChannel(
  { watch, readJws, readTip, log }: FollowDeps,
  stream: EventStream,
  { canal, depuis }: { canal: Canal; depuis: number | null },
): Promise<void> {
  const { signal } = stream;
  let sent = depuis;
  let known = 0;
  while (!signal.aborted) {
    try {
      if (sent === null) {
        // The current one is whatever the database says: this replica may not have heard yet.
        known = await readTip(canal);
        sent = Math.max(0, known - 1);
      }
      const from = sent;
      if (!(await waitFor(watch, () => Math.max(known, watch.tip(canal)) > from, { signal }))) {
        return;
      }
      const jws = await readJws(canal, from + 1);
      if (jws === null) throw new Error(`publication ${from + 1} of ${canal} is not there`);
      await stream.send({ event: 'publication', id: String(from + 1), data: jws });
      sent = from + 1;
    } catch (err) {
      if (signal.aborted) return;
      log.warn({ err, canal }, 'a stream of publications waits');
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

export interface FollowDeps {
  readonly watch: Watch;
  readonly readJws: ReadJws;
  readonly readTip: (canal: Canal) => Promise<number>;
  readonly log: Log;
}
