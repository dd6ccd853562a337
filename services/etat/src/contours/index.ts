import type { Feature } from '@passerelle/subgraph';
import { CONTOURS_REFUS } from './domain/contours.errors.js';
import { contoursResolvers } from './graphql/contours.resolvers.js';
import { CreerContours1795406200603 } from './postgres/contours.migration.js';
import { contoursPostgresJournal, contoursPostgresReader } from './postgres/contours.postgres.js';

/** Outlines of the territories: a reference layer that the État keeps once for every map. */
export function contours(): Feature {
  return {
    migrations: [CreerContours1795406200603],
    seeds: [],
    graph: ({ database }) => ({
      resolvers: contoursResolvers(contoursPostgresReader, contoursPostgresJournal(database)),
    }),
    codes: ['CLE_IDEMPOTENCE_INVALIDE'],
    refus: CONTOURS_REFUS,
  };
}
