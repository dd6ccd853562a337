import pg from 'pg';
import { DataSource, type QueryResult, type QueryRunner } from 'typeorm';
import { registreError } from '../errors/registre-error.js';
import type { Log } from '../log.js';
import { MIGRATIONS } from './migrations.js';
import type { Sql } from './sql.js';
import { translateDatabaseError } from './translate-database-error.js';

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly log: Log;
}

type State =
  | { kind: 'starting'; reason: string }
  | { kind: 'ready'; source: DataSource }
  | { kind: 'stopped' };

const CONNECT_TIMEOUT_MS = 5000;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2000;
const OLDEST_VERSION = 150_000;
/** Any number of ours: two replicas that start together migrate one after the other. */
const MIGRATION_LOCK = 7_201_920;

/**
 * The registry's PostgreSQL. `start` returns at once and keeps trying: a registry whose database is
 * away stays up, says so, and works again by itself when it is back.
 */
export class Database implements Sql {
  readonly #options: DatabaseOptions;
  #state: State = { kind: 'starting', reason: 'La base de données n’a pas encore répondu.' };
  #preparing: Promise<void> | undefined;
  #wake: (() => void) | undefined;

  constructor(options: DatabaseOptions) {
    this.#options = options;
  }

  /** Resolves once migrated, or stopped; never rejects. */
  start(): Promise<void> {
    this.#preparing ??= this.#prepareUntilReady();
    return this.#preparing;
  }

  async query<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.#withRunner((runner) => rowsOf<Row>(runner, text, params));
  }

  async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.#withRunner(async (runner) => {
      await runner.startTransaction();
      try {
        const result = await work(sqlOf(runner));
        await runner.commitTransaction();
        return result;
      } catch (error) {
        // A lost connection has rolled back already; the first error is the one to tell.
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
        throw error;
      }
    });
  }

  /** For who needs a connection of its own (LISTEN). */
  get connection(): pg.ClientConfig {
    return {
      connectionString: this.#options.url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    };
  }

  /** @returns null when it answers, else why not, in French */
  async whyUnavailable(): Promise<string | null> {
    if (this.#state.kind === 'starting') return this.#state.reason;
    if (this.#isStopped()) return 'Le registre s’arrête.';
    try {
      await this.query('SELECT 1');
      return null;
    } catch {
      return 'La base de données ne répond pas.';
    }
  }

  async stop(): Promise<void> {
    const state = this.#state;
    this.#state = { kind: 'stopped' };
    this.#wake?.();
    if (state.kind === 'ready') await state.source.destroy();
  }

  async #withRunner<Result>(work: (runner: QueryRunner) => Promise<Result>): Promise<Result> {
    if (this.#state.kind !== 'ready') throw registreError('BASE_INDISPONIBLE');
    const runner = this.#state.source.createQueryRunner();
    try {
      return await work(runner);
    } catch (error) {
      throw translateDatabaseError(error);
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  /** A method, because the state changes behind an `await` and the compiler would not expect it. */
  #isStopped(): boolean {
    return this.#state.kind === 'stopped';
  }

  async #prepareUntilReady(): Promise<void> {
    const { log } = this.#options;
    let delayMs = FIRST_RETRY_MS;
    while (!this.#isStopped()) {
      try {
        const { source, migrations } = await this.#prepare();
        if (this.#isStopped()) return await source.destroy();
        this.#state = { kind: 'ready', source };
        log.info({ migrations }, 'database ready');
        return;
      } catch (error) {
        if (this.#isStopped()) return;
        const reason = error instanceof Error ? error.message : String(error);
        this.#state = {
          kind: 'starting',
          reason: `La base de données n’est pas prête : ${reason}`,
        };
        log.warn({ err: error, retryMs: delayMs }, 'database not ready');
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, delayMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      delayMs = Math.min(delayMs * 2, LAST_RETRY_MS);
    }
  }

  async #prepare(): Promise<{ migrations: number; source: DataSource }> {
    const lock = new pg.Client(this.connection);
    // Its queries tell what happens to it.
    lock.on('error', () => undefined);
    await lock.connect();
    try {
      const { rows } = await lock.query<{ version: string }>(
        `SELECT current_setting('server_version_num') AS version`,
      );
      if (Number(rows[0]?.version) < OLDEST_VERSION) {
        throw new Error('PostgreSQL 15 ou plus récent est nécessaire.');
      }
      await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const source = await this.#openSource();
      try {
        return { source, migrations: (await source.runMigrations({ transaction: 'each' })).length };
      } catch (error) {
        await source.destroy();
        throw error;
      }
    } finally {
      // Ending the session frees the lock.
      await lock.end();
    }
  }

  #openSource(): Promise<DataSource> {
    const { url, poolSize, statementTimeoutMs, log } = this.#options;
    return new DataSource({
      type: 'postgres',
      url,
      migrations: [...MIGRATIONS],
      migrationsTableName: 'migration',
      installExtensions: false,
      uuidExtension: 'pgcrypto',
      logging: false,
      poolSize,
      connectTimeoutMS: CONNECT_TIMEOUT_MS,
      extra: { statement_timeout: statementTimeoutMs, keepAlive: true },
      // Without a listener, an idle connection that the server closes would stop the process.
      poolErrorHandler: (error: unknown) => log.warn({ err: error }, 'idle connection lost'),
    }).initialize();
  }
}

function sqlOf(runner: QueryRunner): Sql {
  const sql: Sql = {
    query: (text, params = []) => rowsOf(runner, text, params),
    transaction: (work) => work(sql),
  };
  return sql;
}

async function rowsOf<Row>(
  runner: QueryRunner,
  text: string,
  params: readonly unknown[],
): Promise<Row[]> {
  const result: QueryResult<Row> = await runner.query(text, [...params], true);
  return result.records;
}
