import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { SUIVI_REFUS } from './domain/suivi.errors.js';
import { suiviMutations } from './graphql/suivi.mutations.js';
import { suiviResolvers } from './graphql/suivi.resolvers.js';
import { reactionsDuSuivi } from './postgres/noter-evenement.js';
import { CreerSuivi1795305600900 } from './postgres/suivi.migration.js';
import { suiviPostgresReader } from './postgres/suivi.postgres-reader.js';
import { suiviPostgresWriter } from './postgres/suivi.postgres-writer.js';
import { createSuiviActs } from './use-cases/regler.js';

export { destinataireOf } from './domain/destinataire.js';
export { refus as refusDuSuivi } from './domain/suivi.errors.js';
export type { SuiviReader } from './domain/suivi.store.js';
export { suiviPostgresReader } from './postgres/suivi.postgres-reader.js';

/**
 * What each agent of the house follows, is told of, and has settled.
 *
 * @param domaines - domains of the house's own addresses: letters leave to no other
 * @param jour - the current civil day, Europe/Paris
 */
export function suivi(
  partenaire: Partenaire,
  domaines: readonly string[],
  jour: () => string,
): Feature {
  const maison = MAISONS[partenaire];
  const reader = suiviPostgresReader;
  return {
    migrations: [CreerSuivi1795305600900],
    graph: ({ database }) => ({
      resolvers: [
        ...suiviResolvers({ maison, reader }),
        suiviMutations({
          maison,
          reader,
          acts: createSuiviActs({ writer: suiviPostgresWriter(database), domaines }),
        }),
      ],
    }),
    codes: [],
    refus: SUIVI_REFUS,
    reactions: reactionsDuSuivi(partenaire, jour),
  };
}
