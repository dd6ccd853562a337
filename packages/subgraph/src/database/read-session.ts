import type pg from 'pg';
import type { SqlReader, Statement } from './sql-reader.js';
import { translateDatabaseError } from './translate-database-error.js';
import { type Viewer, viewerSettings } from './viewer.js';

/**
 * The reads of one request: one connection, one read-only snapshot, one viewer.
 *
 * Nothing is opened before the first statement. A statement that fails takes the transaction with
 * it, not the request: the next one opens another.
 */
export class ReadSession implements SqlReader {
  readonly #pool: pg.Pool;
  readonly #viewer: Viewer;
  readonly #onStatement: (statement: Statement) => void;
  #client: pg.PoolClient | undefined;
  /** pg runs one statement at a time on a connection: they queue here. */
  #tail: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(pool: pg.Pool, viewer: Viewer, onStatement: (statement: Statement) => void) {
    this.#pool = pool;
    this.#viewer = viewer;
    this.#onStatement = onStatement;
  }

  query<Row>(statement: Statement): Promise<readonly Row[]> {
    const run = this.#tail.then(() => this.#run<Row>(statement));
    this.#tail = run.catch(() => undefined);
    return run;
  }

  /** Gives the connection back; what is still queued is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#tail;
    await this.#giveBack('COMMIT');
  }

  async #run<Row>(statement: Statement): Promise<readonly Row[]> {
    if (this.#closed) throw new Error('the request is over: its read session is closed');
    try {
      this.#client ??= await this.#open();
      this.#onStatement(statement);
      const result = await this.#client.query({
        ...(statement.isDynamic !== true && { name: statement.name }),
        text: statement.text,
        values: [...statement.values],
      });
      // The statement's author declares the row: the only place where SQL meets a type.
      return result.rows as readonly Row[];
    } catch (error) {
      await this.#giveBack('ROLLBACK');
      throw translateDatabaseError(error);
    }
  }

  async #open(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    client.on('error', ignore);
    try {
      await client.query(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${viewerSettings(this.#viewer)}`,
      );
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async #giveBack(end: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (!client) return;
    try {
      await client.query(end);
      client.off('error', ignore);
      client.release();
    } catch {
      // Nothing was written: a lost connection leaves the pool, and that is all.
      client.release(true);
    }
  }
}

/**
 * A connection lost between two statements would stop the process: the pool listens to idle
 * connections only. The next statement meets the loss and tells it.
 */
function ignore(): void {}
