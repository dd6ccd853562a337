import type { Partenaire } from '@passerelle/portal-ui';
import type { TypedDocumentNode } from '@urql/core';
import type { Maille } from '../modules/emplacement.js';

export type Dimension = 'SEXE' | 'AGE' | 'ZONE';
export type Modalite =
  | 'FEMMES'
  | 'HOMMES'
  | 'MOINS_DE_25_ANS'
  | 'DE_25_A_49_ANS'
  | 'A_PARTIR_DE_50_ANS'
  | 'QPV'
  | 'RURAL'
  | 'AUTRE_ZONE';

/** What a house counts, and how. */
export interface DefinitionLue {
  code: string;
  libelle: string;
  unite: string;
  nature: 'CONTEXTE' | 'ACTION';
  perimetre: string;
  methode: string;
  source: string;
  additif: boolean;
  comptePersonnes: boolean;
  mailleMinimale: Maille;
  dimensions: readonly Dimension[];
  raisonMaille: string;
  attendu?: string | null;
  cibles: readonly CibleLue[];
}

/** An objective that a source publishes. */
export interface CibleLue {
  valeur: number;
  /** Null for every year. */
  annee?: number | null;
  perimetre: string;
  source: string;
}

export interface LieuLu {
  code: string;
  maille: Maille;
  nom: string;
}

export interface ContrePropositionLue {
  id: string;
  proposee: number;
  motif: string;
  methode: string;
  auteur: string;
  faiteLe: string;
  version: number;
  demonstration: boolean;
  /** What the owner of the figure answered; absent until then, or while it is away. */
  reponse?: ReponseLue | null;
}

export interface ReponseLue {
  issue: 'RETENUE' | 'ECARTEE';
  motif: string;
  auteur: string;
  le: string;
}

/** A value as every page shows it; the others' counter-proposals under their own names. */
export interface ValeurLue {
  id: string;
  periode: string;
  fin: string;
  valeur?: number | null;
  masque: boolean;
  calculee: boolean;
  dateValeur: string;
  source: string;
  demonstration: boolean;
  version: number;
  publieeLe: string;
  variation?: number | null;
  manquants: readonly LieuLu[];
  indicateur: DefinitionLue;
  contrePropositionEtat?: ContrePropositionLue | null;
  contrePropositionRegion?: ContrePropositionLue | null;
  contrePropositionPoleEmploi?: ContrePropositionLue | null;
}

export interface CelluleLue {
  dimension: Dimension;
  modalite: Modalite;
  valeur?: number | null;
  masque: boolean;
}

export interface ValeurDuTerritoire extends ValeurLue {
  ventilations: readonly CelluleLue[];
  recomposition?: {
    attendus: number;
    presents: number;
    masques: number;
    somme?: number | null;
    ecart?: number | null;
    manquants: readonly LieuLu[];
  } | null;
}

export interface ValeurSurLaCarte {
  id: string;
  periode: string;
  valeur?: number | null;
  masque: boolean;
  calculee: boolean;
  dateValeur: string;
  source: string;
  demonstration: boolean;
  territoire: LieuLu & { centre?: { longitude: number; latitude: number } | null };
}

export interface ApercuDImport {
  importe: boolean;
  forme?: 'LONGUE' | 'LARGE' | 'SERIE' | 'SERIES' | null;
  /** Cells shown so far that the file would hide. */
  masquees?: number | null;
  /** What undoes it. */
  lot?: string | null;
  inconnus: readonly {
    code: string;
    nom?: string | null;
    lignes: number;
    suggestion?: LieuLu | null;
  }[];
  nouvelles: number;
  modifiees: number;
  inchangees: number;
  ignorees: number;
  nombreErreurs: number;
  empreinte?: string | null;
  erreurs: readonly { ligne: number; code: string; message: string }[];
  changements: readonly {
    maille: Maille;
    code: string;
    nom: string;
    periode: string;
    dimension?: Dimension | null;
    modalite?: Modalite | null;
    avant?: number | null;
    apres: number;
  }[];
  refus?: { code: string; message: string } | null;
}

export interface FichierAImporter {
  indicateur: string;
  contenu: string;
  maille?: Maille | null;
  territoire?: string | null;
  dateValeur?: string | null;
  source: string;
  ignorerHorsRegion?: boolean | null;
  simuler?: boolean | null;
  empreinteAttendue?: string | null;
  cleIdempotence?: string | null;
}

/** Values published together, from a file or a form, as who may undo them reads it. */
export interface LotRelu {
  lot: string;
  faitLe: string;
  auteur: string;
  periodes: readonly string[];
  sources: readonly string[];
  cases: number;
  demonstration: boolean;
  annule: boolean;
  annulable: boolean;
}

/** One house's questions and acts about its figures, and about the others'. */
export interface DocumentsDIndicateurs {
  duTerritoire: TypedDocumentNode<
    { territoire?: { indicateurs?: readonly ValeurDuTerritoire[] | null } | null },
    { code: string; maille: Maille; le?: string | null }
  >;
  catalogue: TypedDocumentNode<
    { indicateurs?: readonly (DefinitionLue & { periodes: readonly string[] })[] | null },
    { le?: string | null }
  >;
  surLaCarte: TypedDocumentNode<
    {
      indicateur?:
        | (DefinitionLue & {
            periodes: readonly string[];
            valeurs?: { nodes: readonly ValeurSurLaCarte[] } | null;
          })
        | null;
    },
    { code: string; maille: Maille; periode?: string | null; le?: string | null }
  >;
  serie: TypedDocumentNode<
    { indicateur?: { code: string; serie?: { nodes: readonly ValeurLue[] } | null } | null },
    { code: string; territoire: { code: string; maille: Maille } }
  >;
  importer: TypedDocumentNode<{ acte?: ApercuDImport | null }, { fichier: FichierAImporter }>;
  annuler: TypedDocumentNode<
    { acte?: { annule: boolean; refus?: { code: string; message: string } | null } | null },
    { indicateur: string; lot: string; cle?: string | null }
  >;
  lots: TypedDocumentNode<{ lots?: readonly LotRelu[] | null }, { indicateur: string }>;
  publier: TypedDocumentNode<
    {
      acte?: {
        publiees: number;
        erreurs: readonly { ligne: number; code: string; message: string }[];
        refus?: { code: string; message: string } | null;
      } | null;
    },
    {
      indicateur: string;
      periode: string;
      dateValeur?: string | null;
      source: string;
      mesures: { maille: Maille; territoire: string; valeur: number }[];
      versionAttendue?: number | null;
      cle?: string | null;
    }
  >;
  proposer: TypedDocumentNode<
    {
      acte?: {
        contreProposition?: ContrePropositionLue | null;
        refus?: { code: string; message: string } | null;
      } | null;
    },
    {
      valeur: string;
      proposee: number;
      motif: string;
      methode: string;
      versionAttendue?: number | null;
      cle?: string | null;
    }
  >;
  repondre: TypedDocumentNode<
    { acte?: { refus?: { code: string; message: string } | null } | null },
    {
      valeur: string;
      maison: 'ETAT' | 'REGION' | 'POLE_EMPLOI';
      version: number;
      issue: ReponseLue['issue'];
      motif: string;
      cle?: string | null;
    }
  >;
}

/** The houses that propose another figure beside this one, with what they propose. */
export function contrePropositionsDe(
  valeur: ValeurLue,
): readonly { partenaire: Partenaire; proposition: ContrePropositionLue }[] {
  const toutes = [
    { partenaire: 'etat', proposition: valeur.contrePropositionEtat },
    { partenaire: 'region', proposition: valeur.contrePropositionRegion },
    { partenaire: 'pole-emploi', proposition: valeur.contrePropositionPoleEmploi },
  ] as const;
  return toutes.flatMap(({ partenaire, proposition }) =>
    proposition ? [{ partenaire, proposition }] : [],
  );
}

/** Address of an indicator's page. */
export function cheminIndicateur(partenaire: Partenaire, code: string): string {
  return `/indicateurs/${partenaire}/${code}`;
}
