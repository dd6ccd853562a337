import type { CleTerritoire, Partenaire } from '../partenaire.js';

export type StatutFiche = 'A_VENIR' | 'EN_COURS' | 'REALISEE' | 'EN_PAUSE' | 'ABANDONNEE';
export type IssueFiche = 'GENERALISEE' | 'ADAPTEE' | 'ARRETEE';

/** One version of a fiche action; civil dates but for the two instants of its life. */
export interface FicheDemonstration {
  readonly partenaire: Partenaire;
  /** From 1, without gaps, in its house. */
  readonly numero: number;
  readonly version: number;
  readonly titre: string;
  readonly objet: string;
  readonly engagement: string;
  readonly statut: StatutFiche;
  readonly debut: string;
  readonly fin: string | null;
  readonly experimental: boolean;
  readonly etapes: readonly {
    readonly titre: string;
    readonly echeance: string;
    readonly faiteLe: string | null;
  }[];
  readonly budget: readonly {
    readonly montantEuros: number;
    readonly source: string;
    readonly annee: number;
  }[];
  readonly territoires: readonly CleTerritoire[];
  readonly visibilite: 'PARTENAIRES' | 'PUBLIC';
  /** Numbers of fiches of the same house. */
  readonly varianteDe: number | null;
  readonly prolonge: number | null;
  readonly suite: number | null;
  readonly evaluation: { readonly texte: string; readonly le: string } | null;
  readonly issue: IssueFiche | null;
  readonly motifIssue: string | null;
  /** A function and its service, never a person. */
  readonly auteur: string;
  /** Instants, UTC. */
  readonly modifieLe: string;
  /** Who validated it, another than its author, and when; null for a draft. */
  readonly validation: { readonly auteur: string; readonly le: string } | null;
  /** Null for a draft. */
  readonly publieLe: string | null;
  readonly demonstration: true;
}

/** What a house remarks of another's fiche. */
export interface ObservationDemonstration {
  /** « region:fiche-1 ». */
  readonly fiche: string;
  readonly texte: string;
  readonly auteur: string;
  /** Instant, UTC. */
  readonly ecriteLe: string;
  readonly demonstration: true;
}

/** What a house answers to an observation on one of its fiches. */
export interface ReponseDemonstration {
  /** Number of the fiche in its house. */
  readonly fiche: number;
  /** « etat:observation-1 ». */
  readonly observation: string;
  readonly texte: string;
  readonly auteur: string;
  /** Instant, UTC. */
  readonly ecriteLe: string;
  readonly demonstration: true;
}

/** A social partner's opinion, recorded by the secretariat. */
export interface AvisDemonstration {
  readonly fiche: string;
  readonly organisation: string;
  readonly sens: 'FAVORABLE' | 'DEFAVORABLE' | 'RESERVE';
  readonly motif: string | null;
  /** Civil date. */
  readonly donneLe: string;
  readonly auteur: string;
  /** Instant, UTC. */
  readonly enregistreLe: string;
  readonly demonstration: true;
}

/** What a house holds of fiches when the demonstration opens. */
export interface FichesDemonstration {
  /** By number; worked out when asked: six hundred are not needed to print a schema. */
  readonly fiches: () => readonly FicheDemonstration[];
  /** On the other houses' fiches. */
  readonly observations: readonly ObservationDemonstration[];
  /** To the other houses' observations. */
  readonly reponses: readonly ReponseDemonstration[];
  /** Kept by the secretariat alone: empty elsewhere. */
  readonly avis: readonly AvisDemonstration[];
}
