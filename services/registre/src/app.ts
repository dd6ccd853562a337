import './http/fastify-types.js';
import { randomUUID } from 'node:crypto';
import { COMMUN } from '@passerelle/publication';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Config } from './config.js';
import { Database } from './database/database.js';
import type { RegistreError } from './errors/registre-error.js';
import { createFileStore } from './fichiers/index.js';
import { answerErrors } from './http/answer-errors.js';
import { guardRoutes } from './http/guard.js';
import { registerHealthRoutes } from './http/health-routes.js';
import { parOf } from './jetons/appelant.js';
import { createAuthenticate } from './jetons/authenticate.js';
import { createJournal, type Journal } from './journal/journal.js';
import type { Log } from './log.js';
import { registerRooms } from './rooms.js';

/** Schemas take at most 1 MiB; the routes that receive bundles say more. */
const BODY_LIMIT = 2 * 1024 * 1024;

export interface Registre {
  readonly http: FastifyInstance;
  /** Opens the port at once, whatever the state of the database. @returns the port */
  start(): Promise<number>;
  /** Resolves once the database is migrated. */
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
  const http = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  });
  answerErrors(http, { log, onRefused: tellRefusal({ database, journal, log }) });
  guardRoutes(http, {
    authenticate: createAuthenticate({
      sql: database,
      jetonsInternesJwks: config.jetonsInternesJwks,
      racineFichier: config.racineFichier,
      maintenant,
    }),
    nowMs: () => maintenant().getTime(),
  });
  registerHealthRoutes(http, { whyUnavailable: () => database.whyUnavailable() });
  const fichiers = createFileStore(config.fichiers, { sql: database, journal });
  registerRooms(http, { config, sql: database, journal, fichiers, log, maintenant });
  await http.ready();

  return {
    http,
    async start() {
      await http.listen({ host: config.hote, port: config.port });
      void database.start();
      const address = http.server.address();
      return address !== null && typeof address === 'object' ? address.port : config.port;
    },
    ready: () => database.start(),
    async stop() {
      await http.close();
      await database.stop();
    },
  };
}

/** The journal keeps who asked for what is not its own; the refusal itself never waits on it. */
function tellRefusal({
  database,
  journal,
  log,
}: {
  database: Database;
  journal: Journal;
  log: Log;
}): (request: FastifyRequest, error: RegistreError) => Promise<void> {
  return async ({ appelant, method, routeOptions, id }, { code, message }) => {
    if (appelant === null) return;
    const adresse = `${method} ${routeOptions.url ?? ''}`;
    try {
      await journal.append(database, {
        evenement: 'ACCES_REFUSE',
        editeur: appelant.editeur ?? COMMUN,
        par: parOf(appelant),
        resume: `${adresse} refusé : ${message}`,
        details: { code, adresse, reference: id },
      });
    } catch (err) {
      log.error({ err, reference: id }, 'a refused access is not in the journal');
    }
  };
}
