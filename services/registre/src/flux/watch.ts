import { CANAUX, type Canal, canalSchema } from '@passerelle/publication';
import pg from 'pg';
import { z } from 'zod';
import { ACQUITTEMENT_CHANNEL } from '../acquittements/acquittement-store.js';
import type { Database } from '../database/database.js';
import type { Log } from '../log.js';
import { PUBLICATION_CHANNEL } from '../publications/change-channel.js';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2000;
/** A connection that died without a word, or a message lost with it, is found out by then. */
const LOOK_EVERY_MS = 5000;
const LOOK_TIMEOUT_MS = 5000;

const tipSchema = z.object({ canal: canalSchema, numero: z.number().int().positive() });

/** What other replicas, and this one, publish and receive; one connection listens for all. */
export interface Watch {
  start(): void;
  /** Highest number seen on the channel; 0 before the first. */
  tip(canal: Canal): number;
  /** Calls back whenever something was published or acknowledged. @returns how to stop it */
  subscribe(listener: () => void): () => void;
  stop(): Promise<void>;
}

/**
 * Notifications say when to look, never what is there: each reconnection reads the numbers again,
 * so that nothing is missed while PostgreSQL restarts.
 */
export function createWatch(database: Database, log: Log): Watch {
  const tips = new Map<Canal, number>();
  const listeners = new Set<() => void>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function see(canal: Canal, numero: number): void {
    tips.set(canal, Math.max(numero, tips.get(canal) ?? 0));
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function onNotification({ channel, payload }: pg.Notification): void {
    if (channel === PUBLICATION_CHANNEL) {
      const tip = parsePayload(payload);
      if (tip) see(tip.canal, tip.numero);
    }
    tell();
  }

  async function look(connected: pg.Client): Promise<void> {
    const { rows } = await connected.query<{ canal: Canal; numero: number }>(
      'SELECT canal, max(numero) AS numero FROM publication GROUP BY canal',
    );
    const before = CANAUX.map((canal) => tips.get(canal) ?? 0);
    for (const { canal, numero } of rows) see(canal, numero);
    if (CANAUX.some((canal, index) => (tips.get(canal) ?? 0) !== before[index])) tell();
  }

  async function connect(retryMs: number): Promise<void> {
    await database.start();
    if (stopped) return;
    const connecting = new pg.Client({
      ...database.connection,
      query_timeout: LOOK_TIMEOUT_MS,
    });
    let lost = false;
    const onLost = (err?: unknown): void => {
      if (lost || stopped) return;
      lost = true;
      log.warn({ err, retryMs }, 'not listening to publications');
      clearTimeout(timer);
      void connecting.end().catch(() => undefined);
      timer = setTimeout(() => void connect(Math.min(retryMs * 2, LAST_RETRY_MS)), retryMs);
    };
    connecting.on('error', onLost);
    connecting.on('end', () => onLost());
    connecting.on('notification', onNotification);
    try {
      await connecting.connect();
      await connecting.query(`LISTEN ${PUBLICATION_CHANNEL}; LISTEN ${ACQUITTEMENT_CHANNEL}`);
      await look(connecting);
      client = connecting;
      lookAgain(connecting, onLost);
    } catch (error) {
      onLost(error);
    }
  }

  function lookAgain(connected: pg.Client, onLost: (error: unknown) => void): void {
    if (stopped) return;
    timer = setTimeout(() => {
      look(connected).then(() => lookAgain(connected, onLost), onLost);
    }, LOOK_EVERY_MS);
  }

  return {
    start: () => void connect(FIRST_RETRY_MS),
    tip: (canal) => tips.get(canal) ?? 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      listeners.clear();
      await client?.end().catch(() => undefined);
    },
  };
}

/** Anyone with the role may NOTIFY: what is not ours is passed over. */
function parsePayload(payload: string | undefined): z.infer<typeof tipSchema> | null {
  try {
    return tipSchema.safeParse(JSON.parse(payload ?? '')).data ?? null;
  } catch {
    return null;
  }
}
