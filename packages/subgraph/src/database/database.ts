import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { platformError } from '../errors/platform-errors.js';
import { checkServer } from './check-server.js';
import { ReadSession } from './read-session.js';
import type { Statement } from './sql-reader.js';
import { type SqlWriter, sqlWriterOf } from './sql-writer.js';
import { translateDatabaseError } from './translate-database-error.js';
import { type Viewer, viewerSettings } from './viewer.js';

// biome-ignore lint/complexity/noBannedTypes: TypeORM names classes by this type
type AnyClass = Function;

/** First data of a room; does nothing when its tables already hold some. */
export interface Seed {
  readonly name: string;
  readonly run: (sql: SqlWriter) => Promise<void>;
}

export interface DatabaseOptions {
  /** Asked at each attempt: it may have to start the embedded server first. */
  readonly url: () => Promise<string>;
  readonly entities: readonly AnyClass[];
  readonly migrations: readonly AnyClass[];
  readonly seeds: readonly Seed[];
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  readonly log: DatabaseLog;
  /** Told of each read statement, by name: tests count them. */
  readonly onStatement?: (statement: Statement) => void;
}

export interface DatabaseLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

type ReadyState = { kind: 'ready'; url: string; source: DataSource; pool: pg.Pool };
type State = { kind: 'starting'; reason: string } | ReadyState | { kind: 'stopped' };

const CONNECT_TIMEOUT_MS = 2000;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5000;
/** Transactions that wait for one another: the one that was given up is tried so often in all. */
const WRITE_ATTEMPTS = 3;
/** Any number of ours: two processes that start together migrate one after the other. */
const PREPARE_LOCK = 7_201_913;

/**
 * One partner's database: reads through pg, writes and migrations through TypeORM.
 *
 * `start` returns at once and keeps trying: a service whose database is away stays up and says so.
 */
export class Database {
  readonly #options: DatabaseOptions;
  readonly #onStatement: (statement: Statement) => void;
  #state: State = { kind: 'starting', reason: 'La base de données n’a pas encore répondu.' };
  #preparing: Promise<void> | undefined;
  #wake: (() => void) | undefined;

  constructor(options: DatabaseOptions) {
    this.#options = options;
    this.#onStatement = options.onStatement ?? (() => undefined);
  }

  /** Resolves once migrated and seeded; never rejects. */
  start(): Promise<void> {
    this.#preparing ??= this.#prepareUntilReady();
    return this.#preparing;
  }

  readSession(viewer: Viewer): ReadSession {
    return new ReadSession(this.#ready().pool, viewer, this.#onStatement);
  }

  /**
   * One transaction in the viewer's name; what it threw rolls it back.
   *
   * @param act - called again, in another transaction, when the server chose this one to end a
   *   deadlock: nothing of the first call is left then, so it keeps nothing outside of it
   */
  async write<Result>(
    viewer: Viewer,
    act: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#writeOnce(viewer, act);
      } catch (error) {
        if (attempt === WRITE_ATTEMPTS || !isDeadlock(error)) throw translateDatabaseError(error);
        this.#options.log.info({ attempt }, 'deadlock: written again');
      }
    }
  }

  async #writeOnce<Result>(
    viewer: Viewer,
    act: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.#ready().source.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(
        `SET LOCAL statement_timeout = ${this.#options.statementTimeoutMs}; ${viewerSettings(viewer)}`,
      );
      const result = await act(runner.manager);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A lost connection has rolled back already; the first error is the one to tell.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Connection settings for who needs a connection of its own (LISTEN). */
  get connection(): pg.ClientConfig {
    return {
      connectionString: this.#ready().url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    };
  }

  /** @returns null when it answers, else why not, in French */
  async whyUnavailable(): Promise<string | null> {
    switch (this.#state.kind) {
      case 'starting':
        return this.#state.reason;
      case 'stopped':
        return 'Le service s’arrête.';
      case 'ready':
        try {
          await this.#state.pool.query('SELECT 1');
          return null;
        } catch {
          return 'La base de données ne répond pas.';
        }
    }
  }

  async stop(): Promise<void> {
    const state = this.#state;
    this.#state = { kind: 'stopped' };
    this.#wake?.();
    if (state.kind !== 'ready') return;
    await Promise.all([state.pool.end(), state.source.destroy()]);
  }

  #ready(): ReadyState {
    if (this.#state.kind === 'ready') return this.#state;
    throw platformError('BASE_INDISPONIBLE');
  }

  async #prepareUntilReady(): Promise<void> {
    let delayMs = FIRST_RETRY_MS;
    while (this.#state.kind === 'starting') {
      try {
        const startedAt = performance.now();
        const { state, migrations } = await this.#prepare();
        if (this.#isStopped()) {
          await Promise.all([state.pool.end(), state.source.destroy()]);
          return;
        }
        this.#state = state;
        const durationMs = Math.round(performance.now() - startedAt);
        this.#options.log.info({ migrations, durationMs }, 'database ready');
        return;
      } catch (error) {
        if (this.#isStopped()) return;
        const reason = error instanceof Error ? error.message : String(error);
        this.#options.log.warn({ err: error, retryMs: delayMs }, 'database not ready');
        this.#state = {
          kind: 'starting',
          reason: `La base de données n’est pas prête : ${reason}`,
        };
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

  /** A method, because the state changes behind an `await` and the compiler would not expect it. */
  #isStopped(): boolean {
    return this.#state.kind === 'stopped';
  }

  async #prepare(): Promise<{ migrations: number; state: ReadyState }> {
    const url = await this.#options.url();
    const lock = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    // The pool's own errors are told below; this connection's are told by its queries.
    lock.on('error', () => undefined);
    await lock.connect();
    try {
      await checkServer(lock);
      await lock.query('SELECT pg_advisory_lock($1)', [PREPARE_LOCK]);
      const source = await this.#openSource(url);
      try {
        const migrated = await source.runMigrations({ transaction: 'each' });
        for (const seed of this.#options.seeds) {
          await source.transaction(async (manager) => {
            await manager.query(viewerSettings('systeme'));
            await seed.run(sqlWriterOf(manager));
          });
        }
        return {
          migrations: migrated.length,
          state: { kind: 'ready', url, source, pool: this.#openPool(url) },
        };
      } catch (error) {
        await source.destroy();
        throw error;
      }
    } finally {
      // Ending the session frees the lock.
      await lock.end();
    }
  }

  async #openSource(url: string): Promise<DataSource> {
    const source = new DataSource({
      type: 'postgres',
      url,
      entities: [...this.#options.entities],
      migrations: [...this.#options.migrations],
      migrationsTableName: 'migration',
      installExtensions: false,
      uuidExtension: 'pgcrypto',
      logging: false,
      poolSize: this.#options.poolSize,
      connectTimeoutMS: CONNECT_TIMEOUT_MS,
      poolErrorHandler: (error: unknown) =>
        this.#options.log.warn({ err: error }, 'idle write connection lost'),
    });
    return source.initialize();
  }

  #openPool(url: string): pg.Pool {
    const pool = new pg.Pool({
      connectionString: url,
      max: this.#options.poolSize,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: this.#options.statementTimeoutMs,
      keepAlive: true,
    });
    // Without a listener, an idle connection that the server closes would stop the process.
    pool.on('error', (error) =>
      this.#options.log.warn({ err: error }, 'idle read connection lost'),
    );
    return pool;
  }
}

function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}
