import type { InstanceDemonstration } from '@passerelle/demo-data';
import { type Feature, territoirePostgresReader, trouvableDeTable } from '@passerelle/subgraph';
import { instanceResolvers } from './graphql/instance.resolvers.js';
import { instanceDateeResolvers } from './graphql/instance-datee.resolvers.js';
import { CreerInstance1795305600100 } from './postgres/instance.migration.js';
import { instancePostgresReader } from './postgres/instance.postgres-reader.js';
import { seedInstances } from './postgres/instance.seed.js';
import { DaterInstance1795305600300 } from './postgres/instance-datee.migration.js';
import { SecondeConvocation1795406200200 } from './postgres/seconde-convocation.migration.js';

export {
  type Copilote,
  existeLe,
  type Instance,
  RegleDeDecision,
  RegleSecondeConvocation,
  regleDe,
} from './domain/instance.js';
export type { InstanceReader } from './domain/instance.reader.js';
export { CopiloteType, InstanceType } from './graphql/instance.types.js';
export { instancePostgresReader } from './postgres/instance.postgres-reader.js';

/**
 * Where the partners steer together: the SPER and the SPEL, then the committees that follow them.
 *
 * @param jour - civil day of a question without a date
 * @param demonstration - what to record at first start; null outside a demonstration
 */
export function instance(
  jour: () => string,
  demonstration: readonly InstanceDemonstration[] | null,
): Feature {
  const deps = { reader: instancePostgresReader, territoires: territoirePostgresReader, jour };
  return {
    migrations: [
      CreerInstance1795305600100,
      DaterInstance1795305600300,
      SecondeConvocation1795406200200,
    ],
    seeds: demonstration
      ? [{ name: 'instances', run: (sql) => seedInstances(sql, demonstration) }]
      : [],
    graph: () => ({
      resolvers: [...instanceResolvers(deps), ...instanceDateeResolvers(deps)],
      references: {
        Instance: ({ id }, { reads }) =>
          typeof id === 'string' ? reads.load(instancePostgresReader.parId, id) : null,
      },
    }),
    trouvables: [
      trouvableDeTable({
        genre: 'INSTANCE',
        de: 'instance i',
        code: 'upper(i.id)',
        cle: 'i.nom_cle',
        titre: 'i.nom',
        sousTitre: 'i.type',
        chemin: ({ titre }) => `/instances?q=${encodeURIComponent(titre)}`,
      }),
    ],
    codes: [],
  };
}
