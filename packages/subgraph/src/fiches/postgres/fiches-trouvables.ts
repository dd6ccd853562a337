import type { Partenaire } from '@passerelle/identity';
import { type Trouvable, trouvableDeTable } from '../../trouvailles/index.js';
import { currentCondition } from './fiche-conditions.js';

/** A house's fiches, found by their title in the version that the reader may see. */
export function fichesTrouvables(partenaire: Partenaire): Trouvable {
  return trouvableDeTable({
    genre: 'FICHE',
    de: `(SELECT f.* FROM fiche f WHERE ${currentCondition(null)}) AS f`,
    code: `'FICHE-' || f.numero`,
    cle: 'f.titre_cle',
    titre: 'f.titre',
    sousTitre: `'Fiche action, ' || f.engagement`,
    chemin: ({ code }) => `/fiches/${partenaire}/${code.toLowerCase()}`,
  });
}
