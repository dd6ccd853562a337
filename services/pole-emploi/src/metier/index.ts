import { type Feature, trouvableDeTable } from '@passerelle/subgraph';
import { METIER_CODES } from './domain/metier.errors.js';
import { metierResolvers } from './graphql/metier.resolvers.js';
import { CreerMetier1795305600300 } from './postgres/metier.migration.js';
import { metierPostgresReader } from './postgres/metier.postgres-reader.js';
import { seedMetiers } from './postgres/metier.seed.js';

export { metierError } from './domain/metier.errors.js';
export type { Metier } from './domain/metier.js';
export type { MetierReader } from './domain/metier.reader.js';
export { MetierType } from './graphql/metier.types.js';
export { metierPostgresReader } from './postgres/metier.postgres-reader.js';

/** The ROME of the sectors in tension: reference data, in production too. */
export function metier(): Feature {
  return {
    migrations: [CreerMetier1795305600300],
    seeds: [{ name: 'métiers', run: seedMetiers }],
    graph: () => ({
      resolvers: metierResolvers(metierPostgresReader),
      references: {
        Metier: ({ codeRome }, { reads }) =>
          typeof codeRome === 'string' ? reads.load(metierPostgresReader.parCode, codeRome) : null,
      },
    }),
    trouvables: [
      trouvableDeTable({
        genre: 'METIER',
        de: 'metier m',
        code: 'm.code_rome',
        cle: 'm.libelle_cle',
        titre: 'm.libelle',
        sousTitre: `'Métier ' || m.code_rome || ', ' || m.domaine`,
        detail: 'lower(m.secteurs[1])',
        chemin: ({ detail }) => `/tensions?territoire=tous&secteur=${detail}`,
      }),
    ],
    codes: METIER_CODES,
  };
}
