import type { TypedDocumentNode } from '@urql/core';

/** Kinds of things that an agent may follow. */
export type GenreSuivi =
  | 'ENGAGEMENT'
  | 'INSTANCE'
  | 'SEANCE'
  | 'DECISION'
  | 'FICHE'
  | 'TERRITOIRE'
  | 'INDICATEUR';

export interface SujetSuivi {
  genre: GenreSuivi;
  /** Key in the graph: « E07 », « ARRONDISSEMENT:596 ». */
  cle: string;
}

export interface FiltreGarde {
  id: string;
  page: string;
  nom: string;
  recherche: string;
}

export interface CarnetLu {
  lettre: boolean;
  courriel?: string | null;
  derniereVisite?: string | null;
  visitePrecedente?: string | null;
  nonLues: number;
  suivis: {
    nodes: readonly (SujetSuivi & { chemin: string; depuis: string })[];
    pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  };
  filtres: readonly FiltreGarde[];
}

export interface NotificationLue {
  id: string;
  partenaire: 'ETAT' | 'REGION' | 'POLE_EMPLOI';
  titre: string;
  chemin: string;
  auteur: string;
  survenuLe: string;
  lue: boolean;
  motif: 'SUIVI' | 'ROLE';
}

interface PageDeNotifications {
  nodes: readonly NotificationLue[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export type RefusDuSuivi = { code: string; message: string } | null;

interface Acte<Reste = object> {
  acte?: (Reste & { refus?: RefusDuSuivi }) | null;
}

type SansVariables = Record<string, never>;

export interface DocumentsDuSuivi {
  carnet: TypedDocumentNode<{ suivi?: CarnetLu | null }, { after?: string | null }>;
  notifications: TypedDocumentNode<
    { notifications?: PageDeNotifications | null },
    { nonLues: boolean; after?: string | null }
  >;
  estSuivi: TypedDocumentNode<{ suivi?: { suit: boolean } | null }, { sujet: SujetSuivi }>;
  filtres: TypedDocumentNode<
    { suivi?: { filtres: readonly FiltreGarde[] } | null },
    { page: string }
  >;
  suivre: TypedDocumentNode<Acte, { sujet: SujetSuivi }>;
  nePlusSuivre: TypedDocumentNode<Acte, { sujet: SujetSuivi }>;
  reglerLettre: TypedDocumentNode<Acte, { input: { lettre: boolean; courriel: string | null } }>;
  noterVisite: TypedDocumentNode<
    Acte<{ suivi?: { visitePrecedente?: string | null } | null }>,
    SansVariables
  >;
  marquerLues: TypedDocumentNode<
    Acte,
    { input: { ids?: string[] | null; jusqua?: string | null } }
  >;
  enregistrerFiltre: TypedDocumentNode<
    Acte,
    { input: { page: string; nom: string; recherche: string } }
  >;
  supprimerFiltre: TypedDocumentNode<Acte, { id: string }>;
  recevoirMaLettre: TypedDocumentNode<Acte<{ adresse?: string | null }>, SansVariables>;
}
