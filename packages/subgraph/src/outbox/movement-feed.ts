import pg from 'pg';
import type { Database, DatabaseLog } from '../database/database.js';
import { viewerSettings } from '../database/viewer.js';
import { type Mouvement, mouvementSchema } from './mouvement.js';

const CHANNEL = 'passerelle_mouvement';
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5000;
/**
 * Numbers are given at insert and seen at commit: after a cut, a smaller number than the last one
 * seen may still be new. Looking back this far is far more than transactions run at once.
 */
const LOOK_BACK = 200;

/**
 * The outbox as it grows, for the subscriptions of this process.
 * One connection listens for all; after a cut, what was missed is read before listening on.
 */
export class MovementFeed {
  readonly #database: Database;
  readonly #log: DatabaseLog;
  readonly #listeners = new Set<(mouvement: Mouvement) => void>();
  readonly #seen = new Set<string>();
  #client: pg.Client | undefined;
  #lastSeen: bigint | undefined;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database, log: DatabaseLog) {
    this.#database = database;
    this.#log = log;
  }

  /** Resolves when it first listens; afterwards it reconnects by itself. */
  async start(retryMs: number = FIRST_RETRY_MS): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.#connect();
    } catch (error) {
      this.#client = undefined;
      this.#log.warn({ err: error, retryMs }, 'movement feed not connected');
      this.#retry(retryMs);
    }
  }

  subscribe(listener: (mouvement: Mouvement) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client(this.#database.connection);
    let lost = false;
    const onLost = (error?: Error): void => {
      if (lost || this.#stopped) return;
      lost = true;
      this.#log.warn({ err: error }, 'movement feed lost');
      void client.end().catch(() => undefined);
      if (this.#client !== client) return;
      this.#client = undefined;
      this.#retry(FIRST_RETRY_MS);
    };
    client.on('error', onLost);
    client.on('end', () => onLost());
    client.on('notification', ({ payload }) => this.#tell(parsePayload(payload)));
    await client.connect();
    try {
      if (this.#lastSeen === undefined) await this.#skipPast(client);
      await client.query(`LISTEN ${CHANNEL}`);
      await this.#catchUp(client);
    } catch (error) {
      lost = true;
      await client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
  }

  /** What came before the first connection is the past, not something missed. */
  async #skipPast(client: pg.Client): Promise<void> {
    const rows = await this.#readAsSystem<{ id: string }>(
      client,
      'SELECT id::text FROM mouvement ORDER BY id DESC LIMIT $1',
      LOOK_BACK,
    );
    this.#lastSeen = BigInt(rows[0]?.id ?? '0');
    for (const row of rows) this.#seen.add(row.id);
  }

  async #catchUp(client: pg.Client): Promise<void> {
    const rows = await this.#readAsSystem<{ id: string; nature: string; charge: unknown }>(
      client,
      'SELECT id::text, nature, charge FROM mouvement WHERE id > $1 ORDER BY id',
      String((this.#lastSeen ?? 0n) - BigInt(LOOK_BACK)),
    );
    for (const row of rows) this.#tell(row);
  }

  async #readAsSystem<Row>(
    client: pg.Client,
    text: string,
    value: string | number,
  ): Promise<readonly Row[]> {
    await client.query(`BEGIN READ ONLY; ${viewerSettings('systeme')}`);
    const { rows } = await client.query(text, [value]);
    await client.query('COMMIT');
    return rows as readonly Row[];
  }

  #tell(raw: unknown): void {
    const parsed = mouvementSchema.safeParse(raw);
    if (!parsed.success) {
      // Anyone with the role may NOTIFY: what is not ours must not stop the process.
      this.#log.warn({ issues: parsed.error.issues.length }, 'unreadable movement ignored');
      return;
    }
    const mouvement = parsed.data;
    if (this.#seen.has(mouvement.id)) return;
    this.#remember(mouvement.id);
    for (const listener of this.#listeners) listener(mouvement);
  }

  #remember(id: string): void {
    this.#seen.add(id);
    const number = BigInt(id);
    if (this.#lastSeen === undefined || number > this.#lastSeen) this.#lastSeen = number;
    if (this.#seen.size <= LOOK_BACK * 4) return;
    const floor = this.#lastSeen - BigInt(LOOK_BACK);
    for (const old of this.#seen) if (BigInt(old) <= floor) this.#seen.delete(old);
  }

  #retry(delayMs: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      void this.start(Math.min(delayMs * 2, LAST_RETRY_MS));
    }, delayMs);
  }
}

function parsePayload(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '');
  } catch {
    return null;
  }
}
