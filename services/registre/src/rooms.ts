import { CANAUX, type Canal } from '@passerelle/publication';
import type { FastifyInstance } from 'fastify';
import { registerAcquittementRoutes } from './acquittements/acquittement-routes.js';
import type { CanalVivant } from './canal-vivant.js';
import { createCarte, premiereRevision, registerCarteRoutes } from './carte/index.js';
import { registerCleRoutes } from './cles/cle-routes.js';
import { prepareCles } from './cles/prepare-cles.js';
import { createSigner } from './cles/signer.js';
import type { Config } from './config.js';
import type { Database } from './database/database.js';
import { probe, watchDrift } from './derive/index.js';
import { registerEtatRoutes } from './etat/etat-routes.js';
import { createFileStore, registerFichiersRoutes } from './fichiers/index.js';
import { registerFluxRoutes } from './flux/flux-routes.js';
import { createJwsCache } from './flux/jws-cache.js';
import { createWatch } from './flux/watch.js';
import { registerGrapheRoutes } from './graphe/graphe-routes.js';
import { registerIncidentsRoutes } from './incidents/index.js';
import type { Authenticate } from './jetons/authenticate.js';
import { registerJetonRoutes } from './jetons/jeton-routes.js';
import type { Journal } from './journal/journal.js';
import { registerJournalRoutes } from './journal/journal-routes.js';
import type { Log } from './log.js';
import { createChangeChannel, lockChannel } from './publications/change-channel.js';
import { registerLectureRoutes } from './publications/lecture-routes.js';
import type { LireCarte, Sonder, Verifications } from './publications/ports.js';
import { registerPublierRoutes } from './publications/publier-routes.js';
import { readChannel } from './publications/read-channel.js';
import { createRepublier } from './publications/republier.js';
import { createRetourAutomatique } from './publications/retour-automatique.js';
import { createRevisionReader } from './revisions/revision-reader.js';
import { createUsages, registerUsagesRoutes } from './usages/index.js';
import {
  type VerificationDeps,
  verifierModule,
  verifierRetour,
  verifierSchema,
} from './verification/index.js';

export interface RoomDeps {
  readonly config: Config;
  readonly database: Database;
  readonly journal: Journal;
  readonly log: Log;
  readonly maintenant: () => Date;
  readonly authenticate: Authenticate;
}

/** What goes on beside requests. */
export interface Background {
  /** Once the database is there; may be called again when it failed. */
  prepare(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/**
 * Joins the rooms: each gets what it needs of the others and nothing else. Every route names its
 * right: `{ config: { droit: 'lire' } }`.
 */
export function registerRooms(app: FastifyInstance, deps: RoomDeps): Background {
  const { config, database: sql, journal, log, maintenant, authenticate } = deps;
  const revisions = createRevisionReader();
  const fichiers = createFileStore(config.fichiers, { sql, journal });
  const signer = createSigner(config);
  const watch = createWatch(sql, log);
  const readJws = createJwsCache(sql);
  const carte = createCarte({
    sql,
    journal,
    maintenant,
    production: config.production,
    premiere: () => premiereRevision({ production: config.production, fichier: config.carte }),
    schemasVivants: async (tx) => {
      const vivants: CanalVivant[] = [];
      for (const canal of CANAUX) {
        await lockChannel(tx, canal);
        vivants.push((await readChannel({ revisions, lireCarte }, tx, canal)).vivant);
      }
      return vivants;
    },
  });
  const lireCarte: LireCarte = carte.enVigueur;
  const changer = createChangeChannel({ sql, revisions, lireCarte, journal, signer, maintenant });
  const republier = createRepublier(changer, signer);
  const publishing = {
    sql,
    revisions,
    lireCarte,
    changer,
    fichiers,
    verifications: verificationsOf({
      production: config.production,
      maintenant,
      ...createUsages({ sql, maintenant }),
    }),
    sonder: sonderOf(config),
  };
  const canalVivant = async (canal: Canal): Promise<CanalVivant> =>
    (await readChannel({ revisions, lireCarte }, sql, canal)).vivant;
  const drift = watchDrift({
    sql,
    journal,
    log,
    production: config.production,
    everyMs: config.deriveMs,
    maintenant,
    canalVivant,
  });

  registerJournalRoutes(app, { journal });
  registerJetonRoutes(app, { sql, journal, lireCarte, maintenant });
  registerPublierRoutes(app, publishing);
  registerLectureRoutes(app, { sql, readJws });
  registerFluxRoutes(app, { sql, watch, readJws, authenticate, log });
  registerAcquittementRoutes(app, { sql, journal, watch, maintenant });
  registerEtatRoutes(app, { sql, revisions, maintenant });
  registerGrapheRoutes(app, { sql, revisions });
  registerCleRoutes(app, { sql, journal, republier, clePrivee: config.clePrivee, maintenant });
  registerUsagesRoutes(app, { sql, log, maintenant, vivant: canalVivant });
  registerCarteRoutes(app, { sql, log, carte });
  registerFichiersRoutes(app, { fichiers });
  registerIncidentsRoutes(app, {
    sql,
    log,
    seuil: config.seuilIncidents,
    maintenant,
    modulesVivants: async (canal) => (await canalVivant(canal)).modules,
    retourAutomatique: createRetourAutomatique(publishing),
  });

  return {
    async prepare() {
      const { clesPubliques } = config;
      await prepareCles({ sql, journal, clesPubliques, signer, republier, maintenant });
      await carte.enVigueur(sql);
    },
    start() {
      watch.start();
      drift.start();
    },
    async stop() {
      await Promise.all([watch.stop(), drift.stop()]);
    },
  };
}

function verificationsOf(deps: VerificationDeps): Verifications {
  return {
    schema: (vivant, candidat) => verifierSchema(deps, vivant, candidat),
    lot: (vivant, candidat) => verifierModule(deps, vivant, candidat),
    retour: (vivant, apres) => verifierRetour(deps, vivant, apres),
  };
}

function sonderOf({ production }: Config): Sonder {
  return async (sousGraphe, hotes) => {
    const { constat } = await probe(sousGraphe, { production, hotes });
    return constat === null ? [] : [constat];
  };
}
