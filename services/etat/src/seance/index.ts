import type { SeanceDemonstration } from '@passerelle/demo-data';
import {
  type Feature,
  type ProprietaireDesSeances,
  territoirePostgresReader,
} from '@passerelle/subgraph';
import { instancePostgresReader } from '../instance/index.js';
import { SEANCE_REFUS } from './domain/seance.errors.js';
import { convocationMutations } from './graphql/convocation.mutations.js';
import { decisionResolvers } from './graphql/decision.resolvers.js';
import { DecisionType } from './graphql/decision.types.js';
import { instanceSeancesResolvers } from './graphql/instance-seances.resolvers.js';
import type { LectureSeances } from './graphql/seance.deps.js';
import { seanceMutations } from './graphql/seance.mutations.js';
import { seanceResolvers } from './graphql/seance.resolvers.js';
import { seanceSubscription } from './graphql/seance.subscription.js';
import { SeanceType } from './graphql/seance.types.js';
import { versionResolvers } from './graphql/version.resolvers.js';
import { createConvocation } from './postgres/actes/convoquer.js';
import { createDecisions } from './postgres/actes/decider.js';
import { createPreparation } from './postgres/actes/preparer-seance.js';
import { reactionsAuxActes } from './postgres/actes/reactions.js';
import { createRetablissement } from './postgres/actes/retablir.js';
import { createTenue } from './postgres/actes/tenir-seance.js';
import { connaissanceDesSeances } from './postgres/connaissance.js';
import { ConvoquerDeNouveau1795406200201 } from './postgres/convocation.migration.js';
import { decisionPostgresReader } from './postgres/decision.postgres-reader.js';
import { CreerSeance1795305600301 } from './postgres/seance.migration.js';
import { seancePostgresReader } from './postgres/seance.postgres-reader.js';
import { seedSeances } from './postgres/seance.seed.js';
import { TROUVABLES_DES_SEANCES } from './postgres/seance.trouvables.js';

/** On what the État's own part in sessions is written: these very sessions and decisions. */
export const DECISIONS_ET_SEANCES: ProprietaireDesSeances = {
  seance: SeanceType,
  decision: DecisionType,
  connaissance: connaissanceDesSeances,
};

/**
 * Sessions of the bodies, their decisions and their minutes.
 *
 * @param jour - civil day of a question without a date
 * @param demonstration - what to record at first start; null outside a demonstration
 */
export function seance(
  jour: () => string,
  demonstration: (() => readonly SeanceDemonstration[]) | null,
): Feature {
  const lecture: LectureSeances = {
    seances: seancePostgresReader,
    decisions: decisionPostgresReader,
    instances: instancePostgresReader,
    territoires: territoirePostgresReader,
    jour,
  };
  return {
    migrations: [CreerSeance1795305600301, ConvoquerDeNouveau1795406200201],
    seeds: demonstration
      ? [{ name: 'séances', run: (sql) => seedSeances(sql, demonstration) }]
      : [],
    graph: ({ database, feed, actes }) => {
      const deps = { database, actes, demonstration: demonstration !== null };
      const tenue = createTenue(deps);
      return {
        resolvers: [
          ...seanceResolvers(lecture),
          ...decisionResolvers(lecture),
          ...instanceSeancesResolvers(lecture),
          ...seanceSubscription({ seances: lecture.seances, feed }),
          ...versionResolvers(lecture),
          ...convocationMutations({ ...lecture, convocation: createConvocation(deps) }),
          ...seanceMutations({
            ...lecture,
            preparation: createPreparation(deps),
            tenue,
            decider: createDecisions(deps),
            retablir: createRetablissement({ database, tenue }),
          }),
        ],
        references: {
          Seance: ({ id }, { reads }) =>
            typeof id === 'string' ? reads.load(lecture.seances.parId, id) : null,
          Decision: ({ id }, { reads }) =>
            typeof id === 'string' ? reads.load(lecture.decisions.parId, id) : null,
        },
      };
    },
    codes: [],
    refus: SEANCE_REFUS,
    reactions: reactionsAuxActes,
    trouvables: TROUVABLES_DES_SEANCES,
  };
}
