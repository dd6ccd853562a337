import type { Feature } from '@passerelle/subgraph';
import { SITUATION_REFUS } from './domain/situation.errors.js';
import { situationResolvers } from './graphql/situation.resolvers.js';
import { CreerSituation1795305601002 } from './postgres/situation.migration.js';
import { situationPostgresReader } from './postgres/situation.postgres-reader.js';
import { situationPostgresRegistre } from './postgres/situation.postgres-registre.js';
import { arreter } from './use-cases/arreter.js';

/** Frozen, dated, signed states of everything, for the préfet and the président. */
export function situation(demonstration: boolean, jourCourant: () => string): Feature {
  const reader = situationPostgresReader;
  return {
    migrations: [CreerSituation1795305601002],
    graph: ({ database, actes, graphe }) => ({
      resolvers: situationResolvers({
        reader,
        jourCourant,
        arreter: (identite, demande) =>
          arreter(
            { graphe, registre: situationPostgresRegistre(database, actes), demonstration },
            identite,
            demande,
          ),
      }),
      references: {
        Situation: ({ id }, { reads }) =>
          typeof id === 'string' ? reads.load(reader.parId, id) : null,
      },
    }),
    codes: [],
    refus: SITUATION_REFUS,
  };
}
