import { trouvableDeListe } from '../../trouvailles/index.js';

/** Engagements by their number (`7`, `e7` and `E07` are the same) or the words of their wording. */
export const engagementTrouvable = trouvableDeListe<{ code: string; libelle: string }>({
  genre: 'ENGAGEMENT',
  text: 'SELECT code, libelle FROM engagement ORDER BY numero',
  nom: ({ libelle }) => libelle,
  codes: ({ code }) => [
    code,
    code.replace('E0', 'E'),
    code.slice(1),
    code.slice(1).replace(/^0/, ''),
  ],
  montrer: ({ code, libelle }) => ({
    titre: `${code} ${libelle}`,
    sousTitre: 'Engagement du protocole',
    chemin: `/protocole/${code}`,
  }),
});
