import type { InstanceDemonstration } from '@passerelle/demo-data';
import { type Feature, territoirePostgresReader } from '@passerelle/subgraph';
import { instanceResolvers } from './graphql/instance.resolvers.js';
import { CreerInstance1795305600100 } from './postgres/instance.migration.js';
import { instancePostgresReader } from './postgres/instance.postgres-reader.js';
import { seedInstances } from './postgres/instance.seed.js';

/**
 * Where the partners steer together: the SPER and the SPEL.
 *
 * @param demonstration - what to record at first start; null outside a demonstration
 */
export function instance(demonstration: readonly InstanceDemonstration[] | null): Feature {
  return {
    migrations: [CreerInstance1795305600100],
    seeds: demonstration
      ? [{ name: 'instances', run: (sql) => seedInstances(sql, demonstration) }]
      : [],
    graph: () => ({
      resolvers: instanceResolvers(instancePostgresReader, territoirePostgresReader),
      references: {
        Instance: ({ id }, { reads }) =>
          typeof id === 'string' ? reads.load(instancePostgresReader.parId, id) : null,
      },
    }),
    codes: [],
  };
}
