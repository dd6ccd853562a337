import { createActeVerifier, type Partenaire } from '@passerelle/identity';
import type { AnyClass, FeatureGraph } from '../app/feature.js';
import type { SubgraphConfig } from '../config/subgraph-config.js';
import type { Database } from '../database/database.js';
import type { MovementFeed } from '../outbox/movement-feed.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { publicKeysFile, signingKeySource } from './cles/act-keys.js';
import type { JournalDesActes, Reaction } from './domain/acte.js';
import type { GrapheDeService } from './domain/graphe-de-service.js';
import { reactionsOf } from './domain/reactions.js';
import { actesParLeGraphe } from './graphe/actes-par-le-graphe.js';
import { grapheHttp } from './graphe/graphe-http.js';
import { serviceToken } from './graphe/service-token.js';
import { acteResolvers } from './graphql/acte.resolvers.js';
import { CreerActe1795305600200 } from './postgres/acte.migration.js';
import { actePostgresCopies } from './postgres/acte.postgres-copies.js';
import { actePostgresJournal } from './postgres/acte.postgres-journal.js';
import { actePostgresReader } from './postgres/acte.postgres-reader.js';
import { SignerActe1795305600201 } from './postgres/acte-signe.migration.js';
import { type Suivi, suivreLesAutres } from './use-cases/suivre-les-autres.js';
import type { SuiviLog } from './use-cases/suivre-maison.js';

export const ACTE_MIGRATIONS: readonly AnyClass[] = [
  CreerActe1795305600200,
  SignerActe1795305600201,
];

/** The acts of a house and what it knows of the others': wired once, for all its features. */
export interface Actes {
  readonly journal: JournalDesActes;
  /** Null when no gateway is configured: then nobody else's acts are followed. */
  readonly graphe: GrapheDeService | null;
  readonly suivi: Suivi | null;
  readonly graph: FeatureGraph;
  /** @throws when the house has no key to sign with */
  prepare(): Promise<void>;
}

export function actes(deps: {
  partenaire: Partenaire;
  features: readonly { readonly reactions?: Readonly<Record<string, Reaction>> }[];
  config: Pick<SubgraphConfig, 'production' | 'actes' | 'graphe'>;
  database: Database;
  feed: MovementFeed;
  log: SuiviLog;
}): Actes {
  const { partenaire, config, database, feed, log } = deps;
  const reactions = reactionsOf(deps.features);
  const cle = signingKeySource({
    partenaire,
    path: config.actes.cle,
    mayMakeOne: !config.production,
    log,
  });
  const graphe = config.graphe && grapheHttp(config.graphe.adresse, serviceToken(config.graphe));
  const suivi =
    graphe &&
    suivreLesAutres({
      maison: partenaire,
      actes: actesParLeGraphe(graphe),
      verifier: createActeVerifier(publicKeysFile(config.actes.cles)),
      copies: actePostgresCopies(database, reactions),
      log,
    });
  return {
    journal: actePostgresJournal(partenaire, reactions, cle),
    graphe,
    suivi,
    graph: {
      ...(suivi && { tache: suivi }),
      resolvers: acteResolvers({
        maison: MAISONS[partenaire],
        reader: actePostgresReader(partenaire),
        feed,
      }),
    },
    async prepare() {
      await cle.read();
    },
  };
}
