import './http/fastify-types.js';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import Fastify from 'fastify';
import type { Config } from './config.js';
import { Database } from './database/database.js';
import { answerErrors } from './http/answer-errors.js';
import { checkAfterBody } from './http/check-after-body.js';
import { guardRoutes, type RouteGardee } from './http/guard.js';
import { registerHealthRoutes } from './http/health-routes.js';
import { limitHeld } from './http/limit-held.js';
import { SERVER_OPTIONS } from './http/server-options.js';
import { createTellRefusals } from './http/tell-refusals.js';
import { createAuthenticate } from './jetons/authenticate.js';
import { createJournal } from './journal/journal.js';
import type { Log } from './log.js';
import { registerRooms } from './rooms.js';

/** Schemas take at most 1 MiB; the routes that receive bundles say more. */
const BODY_LIMIT = 2 * 1024 * 1024;
const PREPARE_RETRY_MS = 1000;

export interface Registre {
  /** Routes of `/v1`, each with the right that it asks. */
  readonly routes: readonly RouteGardee[];
  /** Opens the port at once, whatever the state of the database. @returns the port */
  start(): Promise<number>;
  /** Resolves once the database is migrated and the keys known. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

export async function createApp(
  config: Config,
  log: Log,
  { maintenant = () => new Date() }: { maintenant?: () => Date } = {},
): Promise<Registre> {
  const database = new Database({
    url: config.databaseUrl,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    log,
  });
  const journal = createJournal(database);
  const authenticate = createAuthenticate({
    sql: database,
    jetonsInternesJwks: config.jetonsInternesJwks,
    racineFichier: config.racineFichier,
    maintenant,
  });
  const http = Fastify({
    ...SERVER_OPTIONS,
    logger: false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  });
  answerErrors(http, { log, onRefused: createTellRefusals({ sql: database, journal, log }) });
  const routes = guardRoutes(http, {
    authenticate,
    nowMs: () => maintenant().getTime(),
  });
  limitHeld(http);
  checkAfterBody(http, authenticate);
  let unprepared: string | null = 'Le registre se prépare.';
  registerHealthRoutes(http, {
    whyUnavailable: async () => (await database.whyUnavailable()) ?? unprepared,
  });
  const deps = { config, database, journal, log, maintenant, authenticate };
  const background = registerRooms(http, deps);
  await http.ready();

  const stopping = new AbortController();
  /** Never rejects: what is missing is told by the health route, and tried again. */
  async function prepare(): Promise<void> {
    await database.start();
    while (!stopping.signal.aborted) {
      try {
        await background.prepare();
        unprepared = null;
        return;
      } catch (err) {
        unprepared = err instanceof Error ? err.message : String(err);
        log.error({ err }, 'not prepared');
        await delay(PREPARE_RETRY_MS, undefined, stopping).catch(() => undefined);
      }
    }
  }
  let preparing: Promise<void> | undefined;

  return {
    routes,
    async start() {
      await http.listen({ host: config.hote, port: config.port });
      preparing ??= prepare();
      background.start();
      const address = http.server.address();
      return address !== null && typeof address === 'object' ? address.port : config.port;
    },
    async ready() {
      preparing ??= prepare();
      await preparing;
    },
    async stop() {
      stopping.abort();
      await http.close();
      await background.stop();
      await database.stop();
    },
  };
}
