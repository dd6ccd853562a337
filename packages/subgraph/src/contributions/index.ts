import { randomUUID } from 'node:crypto';
import type { ContributionDemonstration } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { texteCommunPostgresReader } from '../texte-commun/index.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { CONTRIBUTION_CODES, CONTRIBUTION_REFUS } from './domain/contribution.errors.js';
import { contributionReferences } from './graphql/contribution.references.js';
import { contributionResolvers } from './graphql/contribution.resolvers.js';
import { importResolvers } from './graphql/import.resolvers.js';
import { CreerContribution1795305600030 } from './postgres/contribution.migration.js';
import { contributionPostgresJournal } from './postgres/contribution.postgres-journal.js';
import { contributionPostgresLots } from './postgres/contribution.postgres-lots.js';
import { contributionPostgresReader } from './postgres/contribution.postgres-reader.js';
import { contributionSeed } from './postgres/contribution.seed.js';
import { ContributionActeEntity } from './postgres/contribution-acte.entity.js';
import { LireContributionAuJour1795493000301 } from './postgres/contribution-au-jour.migration.js';
import { CreerContributionImport1795305600700 } from './postgres/contribution-import.migration.js';
import { contributionImportPostgresReader } from './postgres/contribution-import.postgres-reader.js';
import { ContributionVersionEntity } from './postgres/contribution-version.entity.js';
import { createContributionActs } from './use-cases/agir.js';
import { createContributionActsEnsemble } from './use-cases/agir-ensemble.js';
import { createContributionImports } from './use-cases/importer.js';

export { parseCleIdempotence } from './domain/cle-idempotence.js';
export { Visibilite } from './graphql/contribution.enums.js';

/**
 * What one house says of the engagements, with its life.
 *
 * @param demonstration - contributions to record at first start, and the mark of what is written
 *   afterwards; null outside a demonstration
 * @param jour - the current civil day, Europe/Paris: an avenant withdraws from its own day on
 */
export function contributions(
  partenaire: Partenaire,
  demonstration: readonly ContributionDemonstration[] | null,
  jour: () => string,
): Feature {
  const maison = MAISONS[partenaire];
  const reader = contributionPostgresReader;
  return {
    entities: [ContributionVersionEntity, ContributionActeEntity],
    migrations: [
      CreerContribution1795305600030,
      CreerContributionImport1795305600700,
      LireContributionAuJour1795493000301,
    ],
    seeds: demonstration ? [contributionSeed(demonstration)] : [],
    graph: ({ database, feed, actes }) => {
      const lots = contributionPostgresLots(database, actes);
      return {
        resolvers: [
          ...contributionResolvers({
            maison,
            reader,
            texteCommun: texteCommunPostgresReader,
            acts: createContributionActs({
              journal: contributionPostgresJournal(database, actes),
              demonstration: demonstration !== null,
              jour,
            }),
            feed,
          }),
          ...importResolvers({
            maison,
            reader,
            imports: createContributionImports({
              lots,
              nouvelId: () => `${partenaire}:import-${randomUUID()}`,
              demonstration: demonstration !== null,
              jour,
            }),
            importReader: contributionImportPostgresReader,
            ensemble: createContributionActsEnsemble({ lots, jour }),
          }),
        ],
        references: contributionReferences(maison, reader),
      };
    },
    codes: CONTRIBUTION_CODES,
    refus: CONTRIBUTION_REFUS,
  };
}
