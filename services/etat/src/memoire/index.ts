import type { Feature } from '@passerelle/subgraph';
import { MEMOIRE_REFUS } from './domain/memoire.errors.js';
import { memoireResolvers } from './graphql/memoire.resolvers.js';
import { CreerMemoire1795305601000 } from './postgres/memoire.migration.js';
import { memoirePostgresJournal } from './postgres/memoire.postgres-journal.js';
import { memoirePostgresReader } from './postgres/memoire.postgres-reader.js';
import { seedMemoire, seedReferencesEngagements } from './postgres/memoire.seed.js';
import { MEMOIRE_TROUVABLE } from './postgres/memoire-trouvable.js';
import { createActesDeMemoire } from './use-cases/tenir-la-memoire.js';

/**
 * The common memory: timeline, reference texts, press releases, where sources differ, and what each
 * engagement answers to. Facts with their sources; only the engagements' references are
 * demonstration data.
 */
export function memoire(demonstration: boolean): Feature {
  return {
    migrations: [CreerMemoire1795305601000],
    seeds: [
      { name: 'mémoire commune', run: seedMemoire },
      ...(demonstration
        ? [{ name: 'références des engagements', run: seedReferencesEngagements }]
        : []),
    ],
    graph: ({ database }) => ({
      resolvers: memoireResolvers(
        memoirePostgresReader,
        createActesDeMemoire({ journal: memoirePostgresJournal(database), demonstration }),
      ),
    }),
    codes: [],
    refus: MEMOIRE_REFUS,
    trouvables: MEMOIRE_TROUVABLE,
  };
}
