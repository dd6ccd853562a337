import { type Trouvable, trouvableDeListe } from '@passerelle/subgraph';
import type { DocumentDeReference, EtapeFrise } from '../domain/memoire.js';

/** Steps of the timeline and texts of the register, each opened at its own place of its page. */
export const MEMOIRE_TROUVABLE: readonly Trouvable[] = [
  trouvableDeListe<{ contenu: EtapeFrise }>({
    genre: 'JALON',
    text: `SELECT contenu FROM memoire_fiche WHERE genre = 'FRISE' ORDER BY rang DESC, id`,
    nom: ({ contenu: { titre, texte } }) => `${titre} ${texte}`,
    montrer: ({ contenu: { id, titre, le } }) => ({
      titre,
      sousTitre: `Frise, ${le.slice(0, 4)}`,
      chemin: `/frise#etape-${encodeURIComponent(id)}`,
    }),
  }),
  trouvableDeListe<{ contenu: DocumentDeReference }>({
    genre: 'DOCUMENT',
    text: `SELECT contenu FROM memoire_fiche WHERE genre = 'DOCUMENT' ORDER BY rang DESC, id`,
    nom: ({ contenu: { titre, auteur } }) => `${titre} ${auteur}`,
    montrer: ({ contenu: { id, titre, auteur } }) => ({
      titre,
      sousTitre: `Texte de référence, ${auteur}`,
      chemin: `/textes#texte-${encodeURIComponent(id)}`,
    }),
  }),
];
