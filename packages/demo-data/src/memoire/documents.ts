import { COMMUNIQUE, type Source, source } from './source.js';

export interface DocumentDeReference {
  readonly id: string;
  readonly titre: string;
  readonly auteur: string;
  readonly nature: 'RAPPORT' | 'LOI' | 'DECRET' | 'ARRETE' | 'COMMUNIQUE' | 'INSTRUCTION';
  /** Civil date; when sources differ, the first of the month, and `dates` says them all. */
  readonly le: string;
  readonly dates: readonly { readonly enonce: string; readonly source: Source }[];
  readonly lien: string | null;
}

const legifrance = source('Légifrance', 'https://www.legifrance.gouv.fr');

export const DOCUMENTS: readonly DocumentDeReference[] = [
  {
    id: 'rapport-france-travail',
    titre:
      'France Travail, une transformation profonde de notre action collective pour atteindre le plein emploi et permettre ainsi l’accès de tous à l’autonomie et à la dignité par le travail',
    auteur: 'Mission du haut-commissaire à l’emploi et à l’engagement des entreprises',
    nature: 'RAPPORT',
    le: '2023-04-01',
    dates: [
      { enonce: 'avril 2023', source: COMMUNIQUE },
      { enonce: 'remis le 14 avril 2023', source: source('cheops-ops.org') },
      { enonce: '17 avril 2023', source: source('cpformation.com') },
      { enonce: 'présenté le 19 avril 2023', source: source('Banque des Territoires') },
    ],
    lien: 'https://www.vie-publique.fr/rapport/289093',
  },
  {
    id: 'communique-2023-06-09',
    titre: 'Signature du protocole de préfiguration France Travail dans les Hauts-de-France',
    auteur: 'Préfecture de la région Hauts-de-France',
    nature: 'COMMUNIQUE',
    le: '2023-06-09',
    dates: [{ enonce: '9 juin 2023', source: COMMUNIQUE }],
    lien: null,
  },
  {
    id: 'loi-2023-1196',
    titre: 'Loi n° 2023-1196 pour le plein emploi',
    auteur: 'Parlement',
    nature: 'LOI',
    le: '2023-12-18',
    dates: [{ enonce: '18 décembre 2023', source: legifrance }],
    lien: 'https://www.legifrance.gouv.fr',
  },
  {
    id: 'decret-2024-560',
    titre: 'Décret n° 2024-560 relatif aux comités territoriaux pour l’emploi',
    auteur: 'Gouvernement',
    nature: 'DECRET',
    le: '2024-06-18',
    dates: [{ enonce: '18 juin 2024', source: legifrance }],
    lien: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000049746070',
  },
];
