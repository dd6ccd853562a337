import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import type { Sql } from './database/sql.js';
import { type FileStore, registerFichiersRoutes } from './fichiers/index.js';
import type { Journal } from './journal/journal.js';
import { registerJournalRoutes } from './journal/journal-routes.js';
import type { Log } from './log.js';

/** What every room of the registry is given. */
export interface RoomDeps {
  readonly config: Config;
  readonly sql: Sql;
  readonly journal: Journal;
  readonly fichiers: FileStore;
  readonly log: Log;
  readonly maintenant: () => Date;
}

/** A room plugs its routes here; each names its right: `{ config: { droit: 'lire' } }`. */
export function registerRooms(app: FastifyInstance, deps: RoomDeps): void {
  registerJournalRoutes(app, deps);
  registerFichiersRoutes(app, deps);
}
