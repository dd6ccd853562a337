import type { Partenaire } from '../partenaire.js';
import { COMMUNIQUE, type Source, source } from './source.js';

export interface EtapeFrise {
  readonly id: string;
  /** Civil date; with `ANNEE` or `MOIS` the rest of it is a convention. */
  readonly le: string;
  readonly precision: 'JOUR' | 'MOIS' | 'ANNEE';
  readonly titre: string;
  readonly texte: string;
  readonly partenaires: readonly Partenaire[];
  readonly sources: readonly Source[];
}

/** What the houses did together, each step with where it was read. */
export const FRISE: readonly EtapeFrise[] = [
  {
    id: 'prochemploi-2016',
    le: '2016-01-01',
    precision: 'ANNEE',
    titre: 'Proch’emploi',
    texte:
      'La Région met en place Proch’emploi : des plateformes locales au contact des entreprises et des personnes en recherche d’emploi.',
    partenaires: ['region'],
    sources: [COMMUNIQUE],
  },
  {
    id: 'spel-2016',
    le: '2016-07-01',
    precision: 'JOUR',
    titre: 'Lancement des 26 SPEL à Douai',
    texte:
      'Un service public de l’emploi local par arrondissement, copiloté par le sous-préfet et un conseiller régional.',
    partenaires: ['etat', 'region', 'pole-emploi'],
    sources: [
      source('prefectures-regions.gouv.fr, 1er juillet 2016'),
      source('hautsdefrance.fr, 4 juillet 2016'),
    ],
  },
  {
    id: 'prochorientation-2019',
    le: '2019-05-13',
    precision: 'JOUR',
    titre: 'Proch’orientation : la plateforme',
    texte: 'Ouverture de la plateforme Proch’orientation.',
    partenaires: ['region'],
    sources: [source('Région Hauts-de-France et AFP, mai 2019')],
  },
  {
    id: 'prochorientation-2020',
    le: '2020-03-01',
    precision: 'MOIS',
    titre: 'Proch’orientation : l’équipe',
    texte:
      'Mise en place de l’équipe en mars 2020, de l’application en avril 2020. Le communiqué de 2023 retient 2020.',
    partenaires: ['region'],
    sources: [source('Région Hauts-de-France'), COMMUNIQUE],
  },
  {
    id: 'mission-2022',
    le: '2022-09-12',
    precision: 'JOUR',
    titre: 'Mission de préfiguration de France Travail',
    texte:
      'Le ministre du travail confie la mission au haut-commissaire à l’emploi et à l’engagement des entreprises ; huit chantiers sont annoncés.',
    partenaires: ['etat'],
    sources: [COMMUNIQUE, source('Dossier de presse du 12 septembre 2022')],
  },
  {
    id: 'rapport-2023',
    le: '2023-04-01',
    precision: 'MOIS',
    titre: 'Remise du rapport de préfiguration',
    texte: '99 propositions, dix principes. Les sources donnent le 14, le 17 ou le 19 avril.',
    partenaires: ['etat'],
    sources: [COMMUNIQUE, source('Banque des Territoires, avril 2023')],
  },
  {
    id: 'protocole-2023',
    le: '2023-06-08',
    precision: 'JOUR',
    titre: 'Signature du protocole de préfiguration',
    texte:
      'Signé par le préfet de région, le président de la Région et le directeur régional de Pôle emploi, dans un SPER dédié à France Travail, en présence du haut-commissaire.',
    partenaires: ['etat', 'region', 'pole-emploi'],
    sources: [COMMUNIQUE],
  },
  {
    id: 'loi-2023',
    le: '2023-12-18',
    precision: 'JOUR',
    titre: 'Loi pour le plein emploi',
    texte: 'Loi n° 2023-1196 : réseau pour l’emploi, comités territoriaux, contrat d’engagement.',
    partenaires: ['etat'],
    sources: [source('Loi n° 2023-1196 du 18 décembre 2023')],
  },
  {
    id: 'france-travail-2024',
    le: '2024-01-01',
    precision: 'JOUR',
    titre: 'Pôle emploi devient France Travail',
    texte: 'Changement de nom de l’opérateur ; les conventions et les équipes demeurent.',
    partenaires: ['pole-emploi'],
    sources: [source('Loi n° 2023-1196 du 18 décembre 2023')],
  },
  {
    id: 'decret-2024',
    le: '2024-06-18',
    precision: 'JOUR',
    titre: 'Comités territoriaux pour l’emploi',
    texte:
      'Décret n° 2024-560 : comité régional, départementaux et locaux ; quorum, majorité, voix prépondérante du représentant de l’État.',
    partenaires: ['etat', 'region', 'pole-emploi'],
    sources: [source('Décret n° 2024-560 du 18 juin 2024')],
  },
];
