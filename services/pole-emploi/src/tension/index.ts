import type { TensionDemonstration } from '@passerelle/demo-data';
import { type Feature, territoirePostgresReader } from '@passerelle/subgraph';
import { metierPostgresReader } from '../metier/index.js';
import { TENSION_CODES } from './domain/tension.errors.js';
import { tensionResolvers } from './graphql/tension.resolvers.js';
import { CreerTension1795305600310 } from './postgres/tension.migration.js';
import { tensionPostgresReader } from './postgres/tension.postgres-reader.js';
import { seedTensions } from './postgres/tension.seed.js';

/**
 * How hard recruiting is, by trade, territory and year.
 *
 * @param demonstration - draws what to record at first start; null outside a demonstration
 */
export function tension(demonstration: (() => readonly TensionDemonstration[]) | null): Feature {
  const tensions = tensionPostgresReader;
  return {
    migrations: [CreerTension1795305600310],
    seeds: demonstration
      ? [{ name: 'tensions', run: (sql) => seedTensions(sql, demonstration) }]
      : [],
    graph: () => ({
      resolvers: tensionResolvers({
        tensions,
        metiers: metierPostgresReader,
        territoires: territoirePostgresReader,
      }),
      references: {
        Tension: ({ id }, { reads }) =>
          typeof id === 'string' ? reads.load(tensions.parId, id) : null,
      },
    }),
    codes: TENSION_CODES,
  };
}
