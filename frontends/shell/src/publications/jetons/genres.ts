import type { Jeton } from '@passerelle/publication';

interface Genre {
  libelle: string;
  /** What a token of this kind may do, always for its own house. */
  droit: string;
}

export const GENRES: Readonly<Record<Jeton['genre'], Genre>> = {
  schema: {
    libelle: 'Schéma',
    droit: 'Vérifier, publier, promouvoir et reprendre le schéma de votre maison.',
  },
  module: {
    libelle: 'Module',
    droit: 'Vérifier, publier, promouvoir et reprendre le module de votre maison.',
  },
  administration: {
    libelle: 'Administration',
    droit:
      'Tout ce que font les précédents ; créer et révoquer les jetons de votre maison, répondre aux demandes de carte.',
  },
  lecture: { libelle: 'Lecture', droit: 'Lire seulement : état, journal, graphe.' },
  passerelle: { libelle: 'Passerelle', droit: 'Recevoir les publications.' },
  racine: { libelle: 'Racine', droit: 'Mettre la plateforme en service.' },
};

/** Kinds that a house's administrator makes; the others belong to the platform. */
export const GENRES_A_CREER = ['schema', 'module', 'lecture', 'administration'] as const;
export type GenreACreer = (typeof GENRES_A_CREER)[number];
