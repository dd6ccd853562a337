import { type Trouvable, trouvableDeTable } from '@passerelle/subgraph';

/** Sessions by the name of their body, the most recent first; decisions by the words of their text. */
export const SEANCES_TROUVABLES: readonly Trouvable[] = [
  trouvableDeTable({
    genre: 'SEANCE',
    de: 'seance s JOIN instance i ON i.id = s.instance',
    code: 's.id',
    cle: 'i.nom_cle',
    titre: `i.nom || ', ' || to_char(s.jour, 'DD/MM/YYYY')`,
    sousTitre: 's.objet',
    chemin: ({ code }) => `/seances/${code}`,
    ordre: 's.jour DESC',
  }),
  trouvableDeTable({
    genre: 'DECISION',
    de: 'decision d JOIN seance s ON s.id = d.seance JOIN instance i ON i.id = s.instance',
    code: 'd.id',
    cle: 'd.texte_cle',
    titre: 'd.texte',
    sousTitre: `i.nom || ', ' || to_char(d.jour, 'DD/MM/YYYY') || ', décision ' || d.numero`,
    chemin: ({ code }) => {
      const rang = code.lastIndexOf(':');
      return `/seances/${code.slice(0, rang)}#decision-${code.slice(rang + 1)}`;
    },
    ordre: 'd.jour DESC',
  }),
];
