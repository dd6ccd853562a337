import { type Partenaire, scopeOf } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { jourCourant } from '../app/jour-courant.js';
import type { SubgraphConfig } from '../config/subgraph-config.js';
import { createCourrier } from '../lettre/courrier/courrier.js';
import { territoirePostgresReader } from '../territoires/index.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { DOSSIER_REFUS } from './domain/dossier.errors.js';
import { dossierResolver } from './graphql/dossier.resolver.js';
import { EnvoyerDossier1795406200303 } from './postgres/dossier.migration.js';
import { registreDesDossiers } from './postgres/registre-des-dossiers.js';
import { createEnvoyerDossier } from './use-cases/envoyer-dossier.js';

/**
 * The dossier of a session by e-mail. Each house writes to its own agents, whose addresses it alone
 * knows, and reads the graph for it.
 */
export function dossier(partenaire: Partenaire, config: SubgraphConfig): Feature {
  return {
    migrations: [EnvoyerDossier1795406200303],
    graph: ({ database, graphe, log }) => {
      const courrier = createCourrier(config.courriel, config.dossier);
      const participer = scopeOf(partenaire, 'seance:participer');
      return {
        resolvers: [
          dossierResolver({
            maison: MAISONS[partenaire],
            territoires: territoirePostgresReader,
            envoyer: createEnvoyerDossier({
              graphe,
              registre: registreDesDossiers(partenaire, database),
              courrier,
              portail: config.courriel.portail,
              jour: () => jourCourant(config),
              participe: ({ scopes }) => scopes.includes(participer),
              onEchec: (error) => log.warn({ err: error }, 'dossier not sent'),
            }),
          }),
        ],
        tache: {
          demarrer: () => undefined,
          async arreter() {
            courrier.fermer();
          },
        },
      };
    },
    codes: ['CLE_IDEMPOTENCE_INVALIDE'],
    refus: DOSSIER_REFUS,
  };
}
