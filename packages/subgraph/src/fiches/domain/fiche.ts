import type { CleTerritoire } from '../../territoires/index.js';
import { EtatInterne } from '../../vie-interne/index.js';

export const StatutFiche = {
  A_VENIR: 'A_VENIR',
  EN_COURS: 'EN_COURS',
  REALISEE: 'REALISEE',
  EN_PAUSE: 'EN_PAUSE',
  ABANDONNEE: 'ABANDONNEE',
} as const;
export type StatutFiche = keyof typeof StatutFiche;

export const EtatFiche = { ...EtatInterne };
export type EtatFiche = EtatInterne;

/** How an experiment ends: each goes on in the 2024 trajectory or stops. */
export const IssueFiche = {
  GENERALISEE: 'GENERALISEE',
  ADAPTEE: 'ADAPTEE',
  ARRETEE: 'ARRETEE',
} as const;
export type IssueFiche = keyof typeof IssueFiche;

export type VisibiliteFiche = 'MAISON' | 'PARTENAIRES' | 'PUBLIC';

/** Last day of the experiments of the protocol: « jusqu’à fin 2023 ». */
export const FIN_DES_EXPERIMENTATIONS = '2023-12-31';
/** First day of the trajectory in which what succeeded goes on. */
export const DEBUT_TRAJECTOIRE = '2024-01-01';

export interface EtapeFiche {
  readonly titre: string;
  /** Civil date; null while it is not set. */
  readonly echeance: string | null;
  /** Civil date; null while it is not done. */
  readonly faiteLe: string | null;
}

export interface LigneBudget {
  /** Whole euros, 0 or more. */
  readonly montantEuros: number;
  readonly source: string;
  /** Budget year; null while it is not said. */
  readonly annee: number | null;
}

export interface EvaluationFiche {
  readonly texte: string;
  /** Civil date. */
  readonly le: string;
}

/** What an agent writes in a fiche. */
export interface ContenuFiche {
  readonly titre: string;
  readonly objet: string | null;
  readonly engagement: string;
  readonly statut: StatutFiche;
  /** Civil dates. */
  readonly debut: string | null;
  readonly fin: string | null;
  readonly experimental: boolean;
  readonly etapes: readonly EtapeFiche[];
  readonly budget: readonly LigneBudget[];
  /** At least one: a fiche that names none is about the whole region. */
  readonly territoires: readonly CleTerritoire[];
  readonly visibilite: VisibiliteFiche;
}

/** The links and the outcome: no agent types them, the acts set them. */
export interface TrajectoireFiche {
  /** Number of the fiche of which this one is the variant for its territories. */
  readonly varianteDe: number | null;
  /** Number of the experimental fiche that this one goes on from. */
  readonly prolonge: number | null;
  readonly evaluation: EvaluationFiche | null;
  readonly issue: IssueFiche | null;
  readonly motifIssue: string | null;
  /** Number of the fiche that goes on from this one. */
  readonly suite: number | null;
}

export interface CleFiche {
  readonly numero: number;
  /** From 1, without gaps, in its fiche. */
  readonly version: number;
}

/** One version: its content never changes, its state only grows. */
export interface Fiche extends CleFiche, ContenuFiche, TrajectoireFiche {
  /** A function and its organisation, never a name. */
  readonly auteur: string;
  /** Opaque subject of the token: to know one's own, never shown. */
  readonly auteurSujet: string;
  readonly modifieLe: Date;
  readonly etat: EtatFiche;
  /** Sent back to be written again: this version goes no further. */
  readonly renvoyee: boolean;
  readonly publieLe: Date | null;
  readonly demonstration: boolean;
}

/** Acts on a version; each is a fact, at most once per version. */
export const NatureActeFiche = {
  MODIFIER: 'MODIFIER',
  VALIDER: 'VALIDER',
  RENVOYER: 'RENVOYER',
  PUBLIER: 'PUBLIER',
  ABANDONNER: 'ABANDONNER',
} as const;
export type NatureActeFiche = keyof typeof NatureActeFiche;

/** What happened to a version: who, when and, when it was sent back, why. */
export interface ActeDeFiche {
  readonly acte: NatureActeFiche;
  readonly auteur: string;
  readonly faitLe: Date;
  readonly motif: string | null;
}

export const SANS_TRAJECTOIRE: TrajectoireFiche = {
  varianteDe: null,
  prolonge: null,
  evaluation: null,
  issue: null,
  motifIssue: null,
  suite: null,
};

/**
 * An experiment that has ended without its evaluation: it must be listed until it has one.
 *
 * @param le - civil date
 */
export function evaluationEnRetard(
  { experimental, fin, evaluation }: Pick<Fiche, 'experimental' | 'fin' | 'evaluation'>,
  le: string,
): boolean {
  return experimental && evaluation === null && fin !== null && fin < le;
}
