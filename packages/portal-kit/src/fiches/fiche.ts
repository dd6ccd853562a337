import { estPartenaire, type Partenaire } from '@passerelle/portal-ui';
import type { TypedDocumentNode } from '@urql/core';
import type { ReponseDeGeste } from '../actes/geste.js';
import type { Visibilite } from '../contribution/contribution.js';
import type { CleTerritoire } from '../territoire/territoire.js';

export type StatutFiche = 'A_VENIR' | 'EN_COURS' | 'REALISEE' | 'EN_PAUSE' | 'ABANDONNEE';
export type IssueFiche = 'GENERALISEE' | 'ADAPTEE' | 'ARRETEE';
export type SensAvis = 'FAVORABLE' | 'DEFAVORABLE' | 'RESERVE';

export type EtatFiche = 'BROUILLON' | 'VALIDEE' | 'PUBLIEE';
export type NatureActeFiche = 'MODIFIER' | 'VALIDER' | 'RENVOYER' | 'PUBLIER' | 'ABANDONNER';

/** What happened to a version: who, when and, when it was sent back, why. */
export interface ActeDeFicheLu {
  acte: NatureActeFiche;
  auteur: string;
  faitLe: string;
  motif?: string | null;
}

/** A fiche action in one version, as every house gives its own. */
export interface FicheLue {
  /** « region:fiche-12 ». */
  id: string;
  numero: number;
  version: number;
  etat: EtatFiche;
  /** Sent back to be written again. */
  renvoyee: boolean;
  /** Another of the house validates it. */
  ecriteParMoi: boolean;
  vie: readonly ActeDeFicheLu[];
  visibilite: Visibilite;
  titre: string;
  objet?: string | null;
  engagement: { code: string };
  statut: StatutFiche;
  debut?: string | null;
  fin?: string | null;
  experimental: boolean;
  evaluationEnRetard: boolean;
  evaluation?: { texte: string; le: string } | null;
  issue?: IssueFiche | null;
  motifIssue?: string | null;
  suite?: { id: string; titre: string } | null;
  prolonge?: { id: string; titre: string } | null;
  etapes: readonly { titre: string; echeance?: string | null; faiteLe?: string | null }[];
  budget: readonly LigneBudgetLue[];
  budgetTotalEuros: number;
  territoires: readonly (CleTerritoire & { nom: string })[];
  auteur: string;
  modifieLe: string;
  publieLe?: string | null;
  demonstration: boolean;
}

export interface LigneBudgetLue {
  montantEuros: number;
  source: string;
  annee?: number | null;
}

export interface LectureFiches {
  engagement?: {
    code: string;
    /** Last civil day of one that an avenant withdrew. */
    retireLe?: string | null;
    fiches?: {
      nodes: readonly FicheLue[];
      pageInfo: { hasNextPage: boolean; endCursor?: string | null };
    } | null;
  } | null;
}

export interface LectureFiche {
  fiche?: FicheLue | null;
}

export type FicheEnCours = Pick<
  FicheLue,
  'id' | 'titre' | 'etat' | 'renvoyee' | 'ecriteParMoi' | 'territoires' | 'auteur' | 'modifieLe'
>;

export interface LectureFichesEnCours {
  brouillons?: { nodes: readonly FicheEnCours[] } | null;
  validees?: { nodes: readonly FicheEnCours[] } | null;
}

/** What every act on a fiche answers; with a version overtaken, the present one. */
export interface ReponseFiche extends ReponseDeGeste {
  acte?: {
    fiche?: FicheLue | null;
    refus?: { code: string; message: string } | null;
  } | null;
}

/** The content of a fiche, as sent. */
export interface EntreeFiche {
  titre: string;
  engagement: string;
  objet: string | null;
  statut: StatutFiche;
  debut: string | null;
  fin: string | null;
  experimental: boolean;
  etapes: { titre: string; echeance: string | null; faiteLe: string | null }[];
  budget: { montantEuros: number; source: string; annee: number | null }[];
  territoires: CleTerritoire[];
  visibilite: Visibilite;
}

interface Visee {
  fiche: string;
  versionAttendue: number;
}

type Acte<Variables, Reponse = ReponseFiche> = TypedDocumentNode<
  Reponse,
  Variables & { cle?: string | null }
>;

/** What a house remarked of another's fiche. */
export interface ObservationLue {
  /** « etat:observation-7 ». */
  id: string;
  /** Of its text. */
  version: number;
  texte: string;
  auteur: string;
  ecriteLe: string;
  retireeLe?: string | null;
}

export interface LectureSesObservations {
  fiche?: {
    observations?: { nodes: readonly (ObservationLue & { ecriteParMoi: boolean })[] } | null;
  } | null;
}

export interface LectureObservationsRecues {
  fiche?: {
    observationsEtat?: { nodes: readonly ObservationLue[] } | null;
    observationsRegion?: { nodes: readonly ObservationLue[] } | null;
    observationsPoleEmploi?: { nodes: readonly ObservationLue[] } | null;
    reponses: { nodes: readonly ReponseLue[] };
  } | null;
}

/** What the house of the fiche answered. */
export interface ReponseLue {
  observation: string;
  texte: string;
  auteur: string;
  ecriteLe: string;
}

/** With a version overtaken, the present text. */
export interface ReponseObservation extends ReponseDeGeste {
  acte?: {
    observation?: ObservationLue | null;
    refus?: { code: string; message: string } | null;
  } | null;
}

/** What a house gives so that its fiches can be shown and written, and the others' remarked. */
export interface MaisonAFiches {
  partenaire: Partenaire;
  lister: TypedDocumentNode<
    LectureFiches,
    { code: string; le?: string | null; after?: string | null }
  >;
  lire: TypedDocumentNode<LectureFiche, { id: string }>;
  /** What was begun and is not published, of the house only. */
  enCours: TypedDocumentNode<LectureFichesEnCours, Record<string, never>>;
  creer: Acte<EntreeFiche & { varianteDe: string | null }>;
  modifier: Acte<EntreeFiche & Visee>;
  evaluer: Acte<Visee & { texte: string }>;
  conclure: Acte<Visee & { issue: IssueFiche; motif: string; suite: string | null }>;
  valider: Acte<Visee>;
  renvoyer: Acte<Visee & { motif: string }>;
  publier: Acte<Visee>;
  abandonner: Acte<Visee>;
  observer: Acte<{ fiche: string; texte: string }, ReponseDeGeste>;
  corriger: Acte<
    { observation: string; versionAttendue: number; texte: string },
    ReponseObservation
  >;
  retirer: Acte<{ observation: string }, ReponseObservation>;
  repondre: Acte<{ fiche: string; observation: string; texte: string }, ReponseDeGeste>;
  /** What this house remarked, by the house of the fiche. */
  sesObservations: Partial<
    Record<Partenaire, TypedDocumentNode<LectureSesObservations, { id: string }>>
  >;
  /** What the others remarked of a fiche of this house, with its answers. */
  observationsRecues: TypedDocumentNode<LectureObservationsRecues, { id: string }>;
  /** Only the house that keeps the social partners' opinions has it. */
  enregistrerAvis?: Acte<
    { fiche: string; organisation: string; sens: SensAvis; motif: string | null },
    ReponseDeGeste
  >;
}

export const LIBELLES_STATUT_FICHE: Readonly<Record<StatutFiche, string>> = {
  A_VENIR: 'à venir',
  EN_COURS: 'en cours',
  REALISEE: 'réalisée',
  EN_PAUSE: 'en pause',
  ABANDONNEE: 'abandonnée',
};

export const LIBELLES_ISSUE: Readonly<Record<IssueFiche, string>> = {
  GENERALISEE: 'généralisée',
  ADAPTEE: 'adaptée',
  ARRETEE: 'arrêtée',
};

export const LIBELLES_ETAT_FICHE: Readonly<Record<EtatFiche, string>> = {
  BROUILLON: 'brouillon',
  VALIDEE: 'validée',
  PUBLIEE: 'publiée',
};

export const LIBELLES_ACTE_FICHE: Readonly<Record<NatureActeFiche, string>> = {
  MODIFIER: 'Écrite',
  VALIDER: 'Validée',
  RENVOYER: 'Renvoyée à la rédaction',
  PUBLIER: 'Publiée',
  ABANDONNER: 'Abandonnée',
};

export const LIBELLES_AVIS: Readonly<Record<SensAvis, string>> = {
  FAVORABLE: 'favorable',
  DEFAVORABLE: 'défavorable',
  RESERVE: 'réservé',
};

/** « region:fiche-12 » → `/fiches/region/fiche-12`. */
export function cheminFiche(id: string): string {
  return `/fiches/${id.replace(':', '/')}`;
}

/** The house to which a fiche belongs; null for what is not an identifier of one. */
export function maisonDeLaFiche(id: string): Partenaire | null {
  const [maison = ''] = id.split(':');
  return estPartenaire(maison) ? maison : null;
}
