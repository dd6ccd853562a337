import { type Trouvable, trouvableDeTable } from '@passerelle/subgraph';

const jour = (colonne: string): string => `to_char(${colonne}, 'DD/MM/YYYY')`;

/** Sessions are found by the name of their body, decisions by their words; the latest first. */
export const TROUVABLES_DES_SEANCES: readonly Trouvable[] = [
  trouvableDeTable({
    genre: 'SEANCE',
    de: 'seance s JOIN instance i ON i.id = s.instance',
    code: 'upper(s.id)',
    cle: 'i.nom_cle',
    titre: `'Séance du ' || ${jour('s.jour')}`,
    sousTitre: 'i.nom',
    detail: 's.id',
    ordre: 's.jour DESC',
    chemin: ({ detail }) => `/seances/${detail}`,
  }),
  trouvableDeTable({
    genre: 'DECISION',
    de: 'decision d',
    code: 'upper(d.id)',
    cle: 'd.texte_cle',
    titre: 'd.texte',
    sousTitre: `'Décision du ' || ${jour('d.jour')}`,
    // The very decision, in its session.
    detail: `d.seance || '#decision-' || d.numero`,
    ordre: 'd.jour DESC',
    chemin: ({ detail }) => `/seances/${detail}`,
  }),
];
