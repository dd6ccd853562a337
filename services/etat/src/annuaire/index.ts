import type { OrganisationConnue } from '@passerelle/demo-data';
import { type Feature, territoirePostgresReader } from '@passerelle/subgraph';
import { ANNUAIRE_REFUS } from './domain/annuaire.errors.js';
import { annuaireResolvers } from './graphql/annuaire.resolvers.js';
import { CreerAnnuaire1795305601001 } from './postgres/annuaire.migration.js';
import { annuairePostgresJournal } from './postgres/annuaire.postgres-journal.js';
import { annuairePostgresReader } from './postgres/annuaire.postgres-reader.js';
import { seedAnnuaire } from './postgres/annuaire.seed.js';
import { organisationsTrouvables } from './postgres/organisations-trouvables.js';

/**
 * Who is who: organisations, and who holds which function since when.
 *
 * @param connues - what to record at first start; null leaves the directory empty
 */
export function annuaire(
  connues: readonly OrganisationConnue[] | null,
  jourCourant: () => string,
): Feature {
  return {
    migrations: [CreerAnnuaire1795305601001],
    seeds: connues ? [{ name: 'annuaire', run: (sql) => seedAnnuaire(sql, connues) }] : [],
    graph: ({ database }) => ({
      resolvers: annuaireResolvers({
        reader: annuairePostgresReader,
        territoires: territoirePostgresReader,
        journal: annuairePostgresJournal(database),
        jourCourant,
      }),
      references: {
        Organisation: ({ id }, { reads }) =>
          typeof id === 'string' ? reads.load(annuairePostgresReader.parId, id) : null,
      },
    }),
    trouvables: [organisationsTrouvables(jourCourant)],
    codes: [],
    refus: ANNUAIRE_REFUS,
  };
}
