import type { Partenaire } from '@passerelle/subgraph';

export interface Source {
  readonly intitule: string;
  readonly lien: string | null;
}

export interface Enonce {
  readonly enonce: string;
  readonly source: Source;
}

export interface EtapeFrise {
  readonly id: string;
  /** Civil date. */
  readonly le: string;
  readonly precision: 'JOUR' | 'MOIS' | 'ANNEE';
  readonly titre: string;
  readonly texte: string;
  readonly partenaires: readonly Partenaire[];
  readonly sources: readonly Source[];
}

export interface DocumentDeReference {
  readonly id: string;
  readonly titre: string;
  readonly auteur: string;
  readonly nature: string;
  readonly le: string;
  readonly dates: readonly Enonce[];
  readonly lien: string | null;
}

export interface Divergence {
  readonly id: string;
  readonly objet: string;
  readonly enonces: readonly Enonce[];
  readonly traitement: string;
}

/** A numbered label: a principle of the report or a chantier. */
export interface TexteNumerote {
  readonly numero: number;
  readonly libelle: string | null;
  readonly source: Source | null;
}

export interface Communique {
  readonly id: string;
  readonly le: string;
  readonly lieu: string;
  readonly surtitre: string;
  readonly titre: string;
  readonly service: string;
  readonly telephone: string;
  readonly courriel: string;
  readonly adresse: string;
  readonly citations: readonly { texte: string; auteur: string; fonction: string }[];
  readonly source: Source;
}

/** What an engagement answers to, as last said. */
export interface ReferencesEngagement {
  readonly engagement: string;
  readonly version: number;
  readonly principes: readonly number[];
  readonly chantiers: readonly number[];
  readonly documents: readonly string[];
  readonly auteur: string;
  readonly modifieLe: Date;
  readonly demonstration: boolean;
}
