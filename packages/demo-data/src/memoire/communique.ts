import { COMMUNIQUE, type Source } from './source.js';

export interface CommuniqueDePresse {
  readonly id: string;
  readonly le: string;
  readonly lieu: string;
  readonly titre: string;
  readonly surtitre: string;
  readonly service: string;
  readonly telephone: string;
  readonly courriel: string;
  readonly adresse: string;
  readonly citations: readonly {
    readonly texte: string;
    readonly auteur: string;
    readonly fonction: string;
  }[];
  readonly source: Source;
}

/** The founding text as published: date, place, contact, and the three statements, word for word. */
export const COMMUNIQUE_FONDATEUR: CommuniqueDePresse = {
  id: 'communique-2023-06-09',
  le: '2023-06-09',
  lieu: 'Lille',
  surtitre: 'SPER France Travail',
  titre: 'Signature du protocole de préfiguration France Travail dans les Hauts-de-France',
  service:
    'Préfecture de la région Hauts-de-France, Service régional de la communication interministérielle',
  telephone: '03 20 30 52 50',
  courriel: 'pref-communication@nord.gouv.fr',
  adresse: '12-14, rue Jean sans Peur, CS 20003, 59 039 LILLE Cedex',
  citations: [
    {
      texte:
        "Nous devons absolument réussir cette expérimentation pour que, dans les 5 ans qui viennent, cette aventure profite à toutes les femmes et tous les hommes en recherche d'emploi dans notre région. Tous ensemble, l'objectif est clair : diminuer le taux de chômage et améliorer la formation.",
      auteur: 'Georges-François Leclerc',
      fonction: 'préfet de la région Hauts-de-France, préfet du Nord',
    },
    {
      texte:
        "Cette préfiguration de France travail doit nous permettre d'atteindre cet objectif. Elle vient renforcer un mouvement que nous avons initié en 2016 avec l'Etat. Avec la signature de ce protocole, nous souhaitons aller plus loin et plus vite, toujours dans une logique partenariale et transversale, en associant les partenaires sociaux et les partenaires de l'emploi.",
      auteur: 'Xavier Bertrand',
      fonction: 'Président de la Région Hauts-de-France',
    },
    {
      texte:
        "En Hauts-de-France, l'engagement collectif des acteurs et leur coopération sont historiques tant au plan régional, départemental que local.",
      auteur: 'Frédéric Daniel',
      fonction: 'directeur régional pôle emploi Hauts-de-France',
    },
  ],
  source: COMMUNIQUE,
};
