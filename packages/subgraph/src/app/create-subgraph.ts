import type { Partenaire } from '@passerelle/identity';
import { createInternalTokenVerifier } from '@passerelle/identity';
import { empreinteDuSchema } from '@passerelle/publication';
import { ACTE_MIGRATIONS, actes as wireActes } from '../actes/index.js';
import type { SubgraphConfig } from '../config/subgraph-config.js';
import { Database } from '../database/database.js';
import { securiteMigration } from '../database/securite.migration.js';
import type { Statement } from '../database/sql-reader.js';
import { createErrorMask } from '../errors/mask-error.js';
import { PLATFORM_CODES } from '../errors/platform-errors.js';
import { createHost } from '../host/create-host.js';
import { jwksFile } from '../identity/jwks-file.js';
import { MouvementEntity } from '../outbox/mouvement.entity.js';
import { CreerMouvement1795305600002 } from '../outbox/mouvement.migration.js';
import { MovementFeed } from '../outbox/movement-feed.js';
import { PAGINATION_CODES } from '../pagination/pagination.errors.js';
import { buildFederatedSchema } from '../schema/build-federated-schema.js';
import { SCALAR_CODES } from '../schema/scalar-codes.js';
import { databaseUrl } from './database-url.js';
import type { Feature } from './feature.js';
import { PROPRIETAIRE_DU_COMMUN } from './proprietaire.js';

export interface SubgraphLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface SubgraphOptions {
  readonly partenaire: Partenaire;
  readonly features: readonly Feature[];
  readonly config: SubgraphConfig;
  readonly log: SubgraphLog;
  /** Told of each read statement, by name: tests count them. */
  readonly onStatement?: (statement: Statement) => void;
}

export interface Subgraph {
  /** As it is committed and composed. */
  readonly sdl: string;
  /** Every code that an answer or a refusal may carry, sorted. */
  readonly codes: readonly string[];
  readonly refus: readonly string[];
  /** Opens the port; the database is prepared meanwhile. @returns the port taken */
  start(): Promise<number>;
  /** Resolves when the database is migrated and seeded. */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

/** A partner's subgraph out of its features; opens nothing before `start`. */
export async function createSubgraph(options: SubgraphOptions): Promise<Subgraph> {
  const { partenaire, features, config, log } = options;
  const source = databaseUrl(partenaire, config, log);
  const database = new Database({
    url: source.url,
    entities: [MouvementEntity, ...features.flatMap((feature) => feature.entities ?? [])],
    migrations: [
      securiteMigration(partenaire),
      CreerMouvement1795305600002,
      ...ACTE_MIGRATIONS,
      ...features.flatMap((feature) => feature.migrations),
    ],
    seeds: features.flatMap((feature) => feature.seeds ?? []),
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    log,
    ...(options.onStatement && { onStatement: options.onStatement }),
  });
  const feed = new MovementFeed(database, log);

  const actes = wireActes({ partenaire, features, config, database, feed, log });
  const { journal, graphe } = actes;

  const trouvables = features.flatMap((feature) => feature.trouvables ?? []);

  const graphs = [
    ...features.map((feature) =>
      feature.graph({ database, feed, actes: journal, graphe, trouvables, log }),
    ),
    actes.graph,
  ];
  const { schema, sdl } = await buildFederatedSchema({
    resolvers: graphs.flatMap((graph) => graph.resolvers),
    orphanedTypes: graphs.flatMap((graph) => graph.orphanedTypes ?? []),
    references: Object.assign({}, ...graphs.map((graph) => graph.references ?? {})),
    standby: {
      de: PROPRIETAIRE_DU_COMMUN,
      coordonnees: new Set(features.flatMap((feature) => feature.standby ?? [])),
    },
  });

  const host = await createHost({
    schema,
    database,
    // Of the document that the schema is built from, not of a file that could differ.
    served: { partenaire, empreinte: empreinteDuSchema(sdl) },
    introspection: !config.production,
    health: () => (actes.suivi === null ? {} : { actes: actes.suivi.dire() }),
    verifyToken: createInternalTokenVerifier({
      jwks: jwksFile(config.jwksPath),
      audience: partenaire,
    }),
    mask: createErrorMask({
      partenaire,
      onUnexpected: ({ reference, code, error }) =>
        log.error({ reference, code, err: error }, 'request failed'),
    }),
  });

  const taches = graphs.flatMap(({ tache }) => tache ?? []);
  let ready: Promise<void> | undefined;
  let stopped = false;
  return {
    sdl,
    codes: [
      ...new Set([
        ...PLATFORM_CODES,
        ...PAGINATION_CODES,
        ...SCALAR_CODES,
        ...features.flatMap((feature) => feature.codes),
      ]),
    ].sort(),
    refus: [...new Set(features.flatMap((feature) => feature.refus ?? []))].sort(),
    async start() {
      // Before the port: a service that could not sign would refuse its agents one by one.
      await actes.prepare();
      const port = await host.listen(config.port, config.hote);
      log.info({ port, partenaire }, 'listening');
      ready = database
        .start()
        .then(() => feed.start())
        .then(() => {
          if (!stopped) for (const tache of taches) tache.demarrer();
        });
      return port;
    },
    ready: () => ready ?? Promise.reject(new Error('the subgraph has not been started')),
    async stop() {
      stopped = true;
      await Promise.all([host.close(), ...taches.map((tache) => tache.arreter())]);
      await feed.stop();
      await database.stop();
      await source.release();
    },
  };
}
