import type { Meteo, Partenaire } from '@passerelle/portal-ui';
import type { TypedDocumentNode } from '@urql/core';
import type { EtatContribution, Visibilite } from '../contribution/contribution.js';
import { estRetireAu } from '../date/engagement-retire.js';

/** What a house holds on an engagement, as a line of the workbook shows it. */
export interface ContributionDuTableur {
  version: number;
  avancement: number;
  meteo: Meteo;
  commentaire?: string | null;
  preuve?: string | null;
  visibilite: Visibilite;
  etat: EtatContribution;
}

export interface EngagementDuTableur {
  code: string;
  libelle: string;
  /** Last day, when an avenant withdrew it. */
  retireLe?: string | null;
  contribution?: ContributionDuTableur | null;
}

export interface ImportLu {
  id: string;
  auteur: string;
  faitLe: string;
  annuleLe?: string | null;
  engagements: readonly string[];
}

export interface LectureTableur {
  engagements?: readonly EngagementDuTableur[] | null;
  dernier?: ImportLu | null;
}

/** A line of the workbook, as the graph takes it: texts. */
export interface LigneDuTableur {
  ligne: number;
  engagement: string;
  avancement: string | null;
  meteo: string | null;
  commentaire: string | null;
  preuve: string | null;
  visibilite: string | null;
  versionAttendue: number | null;
}

export interface ChangementLu {
  ligne: number;
  engagement: string;
  version: number;
  etat?: EtatContribution | null;
  champs: readonly { champ: string; avant?: string | null; apres?: string | null }[];
}

export interface ErreurLue {
  ligne: number;
  engagement: string;
  champ?: string | null;
  code: string;
  message: string;
}

interface Refus {
  code: string;
  message: string;
}

export interface ReponseImport {
  acte?: {
    import?: ImportLu | null;
    changements: readonly ChangementLu[];
    inchangees: number;
    erreurs: readonly ErreurLue[];
    refus?: Refus | null;
  } | null;
}

export interface ReponseAnnulation {
  acte?: { import?: ImportLu | null; refus?: Refus | null } | null;
}

export interface ReponseEnsemble {
  acte?: {
    contributions: readonly { id: string }[];
    refuses: readonly { engagement: string; code: string; message: string }[];
    refus?: Refus | null;
  } | null;
}

export interface Cible {
  engagement: string;
  versionAttendue: number;
}

type Ensemble = TypedDocumentNode<ReponseEnsemble, { contributions: Cible[]; cle?: string | null }>;

/** A house's typed documents for its workbook; the room is the same for all. */
export interface MaisonTableur {
  partenaire: Partenaire;
  lire: TypedDocumentNode<LectureTableur, Record<string, never>>;
  simuler: TypedDocumentNode<ReponseImport, { lignes: LigneDuTableur[] }>;
  importer: TypedDocumentNode<ReponseImport, { lignes: LigneDuTableur[]; cle?: string | null }>;
  annuler: TypedDocumentNode<ReponseAnnulation, { import: string }>;
  valider: Ensemble;
  publier: Ensemble;
}

/** Those on which a house still writes: what is withdrawn would have all the others refused. */
export function enVigueur(
  engagements: readonly EngagementDuTableur[],
  jour: string,
): EngagementDuTableur[] {
  return engagements.filter(({ retireLe }) => !estRetireAu(retireLe, jour));
}

/** Those that the act would move: what the agent has in front of them, with its version. */
export function ciblesDe(
  engagements: readonly EngagementDuTableur[],
  etat: 'BROUILLON' | 'VALIDEE',
): Cible[] {
  return engagements.flatMap(({ code, contribution }) =>
    contribution?.etat === etat
      ? [{ engagement: code, versionAttendue: contribution.version }]
      : [],
  );
}

/** Whether all that an import made is still a draft: beyond, it is no longer undone as a whole. */
export function estEnBrouillon(
  { engagements: faits }: ImportLu,
  engagements: readonly EngagementDuTableur[],
): boolean {
  return faits.every((code) =>
    engagements.some(
      (engagement) => engagement.code === code && engagement.contribution?.etat === 'BROUILLON',
    ),
  );
}
