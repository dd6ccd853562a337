import type { Meteo, Partenaire } from '@passerelle/portal-ui';
import type { TypedDocumentNode } from '@urql/core';

export type EtatContribution = 'BROUILLON' | 'VALIDEE' | 'PUBLIEE';
export type Visibilite = 'MAISON' | 'PARTENAIRES' | 'PUBLIC';

/** A version of a house's contribution, as every module reads its own. */
export interface VersionLue {
  id: string;
  version: number;
  avancement: number;
  meteo: Meteo;
  commentaire?: string | null;
  preuve?: string | null;
  auteur: string;
  modifieLe: string;
  etat: EtatContribution;
  visibilite: Visibilite;
  publieLe?: string | null;
  demonstration: boolean;
}

export interface ContributionLue extends VersionLue {
  versionPubliee?: VersionLue | null;
}

export interface LectureContribution {
  engagement?: {
    code: string;
    libelle: string;
    /** Last civil day of one that an avenant withdrew. */
    retireLe?: string | null;
    contribution?: ContributionLue | null;
  } | null;
}

export interface LectureHistorique {
  engagement?: {
    contribution?: {
      historique: {
        nodes: readonly VersionLue[];
        pageInfo: { hasNextPage: boolean; endCursor?: string | null };
      };
    } | null;
  } | null;
}

export interface LectureAttente {
  engagements?:
    | readonly {
        code: string;
        libelle: string;
        contribution?: { etat: EtatContribution; modifieLe: string; auteur: string } | null;
      }[]
    | null;
}

export interface ResultatActeContribution {
  acte?: {
    contribution?: ContributionLue | null;
    refus?: { code: string; message: string } | null;
  } | null;
}

export interface EntreeModifier {
  engagement: string;
  avancement: number;
  meteo: Meteo;
  commentaire: string | null;
  preuve: string | null;
  visibilite: Visibilite;
  /** The version that was read; 0 when there was none. */
  versionAttendue: number;
  cleIdempotence: string;
}

export interface EntreeActe {
  engagement: string;
  versionAttendue: number;
  cleIdempotence: string;
}

type Acte = TypedDocumentNode<ResultatActeContribution, { input: EntreeActe }>;

/**
 * What a house gives so that its contributions can be shown and written: its code and its typed
 * documents. The room is the same for all; the graph's fields are each house's own.
 */
export interface MaisonContributrice {
  partenaire: Partenaire;
  lire: TypedDocumentNode<LectureContribution, { code: string; le?: string | null }>;
  historique: TypedDocumentNode<
    LectureHistorique,
    { code: string; le?: string | null; after?: string | null }
  >;
  attente: TypedDocumentNode<LectureAttente, Record<string, never>>;
  modifier: TypedDocumentNode<ResultatActeContribution, { input: EntreeModifier }>;
  valider: Acte;
  publier: Acte;
  abandonner: Acte;
}

/** The version that others may see, and the one being written, when there is one. */
export function versionsDe(contribution: ContributionLue | null | undefined): {
  publiee: VersionLue | null;
  enCours: VersionLue | null;
} {
  if (!contribution) return { publiee: null, enCours: null };
  if (contribution.etat === 'PUBLIEE') return { publiee: contribution, enCours: null };
  return { publiee: contribution.versionPubliee ?? null, enCours: contribution };
}

export interface Droits {
  modifier: boolean;
  valider: boolean;
  publier: boolean;
}

/** How a version is said to be. */
export const ETATS_VERSION: Readonly<Record<EtatContribution, string>> = {
  BROUILLON: 'brouillon',
  VALIDEE: 'validée',
  PUBLIEE: 'publiée',
};

/** The acts that make sense now, for who holds these rights. */
export function actesPossibles(
  { enCours }: { enCours: VersionLue | null },
  droits: Droits,
  /** Whether an avenant has withdrawn the engagement: what is under way can only be put aside. */
  isRetire: boolean,
): { preparer: boolean; valider: boolean; publier: boolean; abandonner: boolean } {
  return {
    preparer: droits.modifier && !isRetire,
    valider: droits.valider && !isRetire && enCours?.etat === 'BROUILLON',
    publier: droits.publier && !isRetire && enCours?.etat === 'VALIDEE',
    abandonner: droits.modifier && enCours !== null,
  };
}

/** Who will read a published version, in a sentence and on a button. */
export const LIBELLES_VISIBILITE: Readonly<
  Record<Visibilite, { nom: string; aide: string; publier: string }>
> = {
  MAISON: {
    nom: 'Ma maison',
    aide: 'Seuls les agents de votre maison la liront.',
    publier: 'Publier dans ma maison',
  },
  PARTENAIRES: {
    nom: 'Les partenaires',
    aide: 'Les agents des trois maisons et les partenaires sociaux la liront.',
    publier: 'Publier pour les partenaires',
  },
  PUBLIC: {
    nom: 'Tous',
    aide: 'Elle sera aussi donnée aux services extérieurs autorisés à lire ce qui est public.',
    publier: 'Publier pour tous',
  },
};
