import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { AVENANT_REFUS } from './domain/avenant.errors.js';
import { avenantResolvers, type ProprietaireAvenant } from './graphql/avenant.resolvers.js';
import { avenantTypes } from './graphql/avenant.types.js';
import { CreerAvenantConnu1795305600720 } from './postgres/avenant.migration.js';
import { avenantPostgresReader } from './postgres/avenant.postgres-reader.js';
import { avenantPostgresRegistre } from './postgres/avenant.postgres-registre.js';
import { avenantReactions } from './postgres/avenant.reactions.js';
import { createValiderAvenant } from './use-cases/valider-avenant.js';

export {
  NATURE_PROPOSE,
  NATURE_PUBLIE,
  NatureAvenant,
  type ValidationAvenant,
} from './domain/avenant.js';
export { texteSchema } from './domain/charge.js';
export type { ProprietaireAvenant } from './graphql/avenant.resolvers.js';

/** By avenant: the last validation of each house, as this house knows them. */
export const validationsAvenant = avenantPostgresReader.validations;

/**
 * A house's part in the avenants: it keeps what is proposed, validates in its own name, and applies
 * what is published to its own original. Drafting and publishing are the owner's.
 *
 * @param proprietaire - given by the owner's service, which answers whole avenants
 */
export function avenants(
  partenaire: Partenaire,
  proprietaire: ProprietaireAvenant | null = null,
): Feature {
  const maison = MAISONS[partenaire];
  return {
    migrations: [CreerAvenantConnu1795305600720],
    reactions: avenantReactions(partenaire),
    graph: ({ database, actes }) => ({
      // No field leads to it where it is not owned: the graph reaches it by its key.
      orphanedTypes: [avenantTypes(maison, proprietaire?.type ?? null).avenant],
      resolvers: avenantResolvers({
        maison,
        proprietaire,
        reader: avenantPostgresReader,
        valider: createValiderAvenant({
          maison: maison.symbole,
          registre: avenantPostgresRegistre(database, actes),
        }),
      }),
      references: {
        Avenant: ({ id }, { reads }) => {
          if (typeof id !== 'string') return null;
          // Elsewhere than at the owner's, any avenant may be asked what this house says of it.
          return proprietaire ? reads.load(proprietaire.parId, id) : { id };
        },
      },
    }),
    codes: [],
    refus: AVENANT_REFUS,
  };
}
