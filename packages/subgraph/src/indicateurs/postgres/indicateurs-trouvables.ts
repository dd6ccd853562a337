import type { Partenaire } from '@passerelle/identity';
import { type Trouvable, trouvableDeListe } from '../../trouvailles/index.js';

/** The house's own indicators, by their code or the words of their name. */
export function indicateursTrouvables(maison: Partenaire): Trouvable {
  return trouvableDeListe<{ code: string; libelle: string; unite: string }>({
    genre: 'INDICATEUR',
    text: 'SELECT code, libelle, unite FROM indicateur ORDER BY ordre, code',
    nom: ({ libelle }) => libelle,
    codes: ({ code }) => [code.toUpperCase()],
    montrer: ({ code, libelle, unite }) => ({
      titre: libelle,
      sousTitre: `Indicateur, ${unite}`,
      chemin: `/indicateurs/${maison}/${code}`,
    }),
  });
}
