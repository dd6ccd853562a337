import type { Feature } from '@passerelle/subgraph';
import { refus, SITUATION_REFUS } from './domain/situation.errors.js';
import { situationResolvers } from './graphql/situation.resolvers.js';
import { CreerSituation1795305601002 } from './postgres/situation.migration.js';
import { situationPostgresReader } from './postgres/situation.postgres-reader.js';
import { ArreterParTravail1795406200302 } from './postgres/travail.migration.js';
import { travauxPostgresReader } from './postgres/travail.postgres-reader.js';
import { travailPostgresRegistre } from './postgres/travail.postgres-registre.js';
import { conduireLesTravaux } from './use-cases/conduire-les-travaux.js';
import { demanderUnArrete } from './use-cases/demander-un-arrete.js';

/** Frozen, dated, signed states of everything, for the préfet and the président. */
export function situation(options: {
  demonstration: boolean;
  region: string;
  jourCourant: () => string;
}): Feature {
  const { demonstration, region, jourCourant } = options;
  const reader = situationPostgresReader;
  return {
    migrations: [CreerSituation1795305601002, ArreterParTravail1795406200302],
    graph: ({ database, actes, graphe, log }) => {
      const travaux = travailPostgresRegistre(database, actes, demonstration);
      // Without a gateway nothing can be gathered, and nothing begins.
      const conduite =
        graphe &&
        conduireLesTravaux({
          graphe,
          travaux,
          region,
          onEchec: (error) => log.warn({ err: error }, 'a page of an arrêté not read'),
        });
      return {
        resolvers: situationResolvers({
          reader,
          travaux: travauxPostgresReader,
          jourCourant,
          async demander(identite, demande) {
            const issue = await demanderUnArrete({ graphe, travaux, region }, identite, demande);
            if ('id' in issue) conduite?.eveiller();
            return issue;
          },
          async reprendre(identite, id) {
            if (conduite === null) return refus('GRAPHE_ABSENT');
            const code = await travaux.reprendre(identite, id);
            if (code !== null) return refus(code);
            conduite.eveiller();
            return null;
          },
        }),
        references: {
          Situation: ({ id }, { reads }) =>
            typeof id === 'string' ? reads.load(reader.parId, id) : null,
          TravailSituation: ({ id }, { reads }) =>
            typeof id === 'string' ? reads.load(travauxPostgresReader.parId, id) : null,
        },
        ...(conduite && { tache: conduite }),
      };
    },
    codes: ['CLE_IDEMPOTENCE_INVALIDE'],
    refus: SITUATION_REFUS,
  };
}
