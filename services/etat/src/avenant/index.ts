import type { Feature, ProprietaireAvenant } from '@passerelle/subgraph';
import { AVENANT_REFUS } from './domain/avenant.errors.js';
import { avenantResolvers } from './graphql/avenant.resolvers.js';
import { AvenantType } from './graphql/avenant.types.js';
import { CreerAvenant1795305600730 } from './postgres/avenant.migration.js';
import { avenantPostgresReader } from './postgres/avenant.postgres-reader.js';
import { avenantPostgresRegistre } from './postgres/avenant.postgres-registre.js';
import { createAvenants } from './use-cases/tenir-avenants.js';

/** What the common room needs so that a validation answers the whole avenant. */
export const PROPRIETAIRE_AVENANT: ProprietaireAvenant = {
  type: AvenantType,
  parId: avenantPostgresReader.parId,
};

/**
 * The avenants, kept by the secretariat of the SPER.
 *
 * @param options.jour - civil day on which a published text enters into force
 */
export function avenant(options: { demonstration: boolean; jour: () => string }): Feature {
  return {
    migrations: [CreerAvenant1795305600730],
    graph: ({ database, actes }) => ({
      resolvers: avenantResolvers(
        avenantPostgresReader,
        createAvenants({
          ouvrirRegistre: avenantPostgresRegistre({
            database,
            actes,
            demonstration: options.demonstration,
          }),
          jour: options.jour,
        }),
      ),
    }),
    codes: [],
    refus: AVENANT_REFUS,
  };
}
