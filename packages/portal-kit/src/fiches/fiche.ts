import { estPartenaire, type Partenaire } from '@passerelle/portal-ui';
import type { TypedDocumentNode } from '@urql/core';
import type { ReponseDeGeste } from '../actes/geste.js';
import type { Visibilite } from '../contribution/contribution.js';
import type { CleTerritoire } from '../territoire/territoire.js';

export type StatutFiche = 'A_VENIR' | 'EN_COURS' | 'REALISEE' | 'EN_PAUSE' | 'ABANDONNEE';
export type IssueFiche = 'GENERALISEE' | 'ADAPTEE' | 'ARRETEE';
export type SensAvis = 'FAVORABLE' | 'DEFAVORABLE' | 'RESERVE';

/** A fiche action in one version, as every house gives its own. */
export interface FicheLue {
  /** « region:fiche-12 ». */
  id: string;
  numero: number;
  version: number;
  etat: 'BROUILLON' | 'PUBLIEE';
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
  etapes: readonly { titre: string; echeance?: string | null; faiteLe?: string | null }[];
  budget: readonly { montantEuros: number; source: string }[];
  budgetTotalEuros: number;
  territoires: readonly (CleTerritoire & { nom: string })[];
  auteur: string;
  modifieLe: string;
  publieLe?: string | null;
  demonstration: boolean;
}

export interface LectureFiches {
  engagement?: {
    code: string;
    fiches?: {
      nodes: readonly FicheLue[];
      pageInfo: { hasNextPage: boolean; endCursor?: string | null };
    } | null;
  } | null;
}

export interface LectureFiche {
  fiche?: FicheLue | null;
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
  budget: { montantEuros: number; source: string }[];
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

/** What a house gives so that its fiches can be shown and written, and the others' remarked. */
export interface MaisonAFiches {
  partenaire: Partenaire;
  lister: TypedDocumentNode<LectureFiches, { code: string; after?: string | null }>;
  lire: TypedDocumentNode<LectureFiche, { id: string }>;
  creer: Acte<EntreeFiche & { varianteDe: string | null }>;
  modifier: Acte<EntreeFiche & Visee>;
  evaluer: Acte<Visee & { texte: string }>;
  conclure: Acte<Visee & { issue: IssueFiche; motif: string }>;
  publier: Acte<Visee>;
  abandonner: Acte<Visee>;
  observer: Acte<{ fiche: string; texte: string }, ReponseDeGeste>;
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
