import type { Partenaire } from '@passerelle/identity';
import type { Feature } from '../app/feature.js';
import { RECHERCHE_CODES } from '../recherche/recherche.js';
import { MAISONS } from '../vocabulaire/maison.js';
import { TROUVAILLES_CODES } from './domain/trouvailles.errors.js';
import { trouvaillesResolver } from './graphql/trouvailles.resolvers.js';

export type { Trouvable } from './domain/trouvable.js';
export { trouvableDeListe } from './postgres/trouvable-de-liste.js';
export { trouvableDeTable } from './postgres/trouvable-de-table.js';

/** The house's part of the one search: whatever its features declare by `trouvables`. */
export function trouvailles(partenaire: Partenaire): Feature {
  return {
    migrations: [],
    graph: ({ trouvables }) => ({
      resolvers: [trouvaillesResolver({ maison: MAISONS[partenaire], trouvables })],
    }),
    codes: [...RECHERCHE_CODES, ...TROUVAILLES_CODES],
  };
}
