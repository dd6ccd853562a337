import {
  type AvancementSuite,
  type CleTerritoire,
  type Partenaire,
  SUJETS_DU_RECTEUR,
  type TitreValidation,
} from '@passerelle/subgraph';
import type { RegleDeDecision } from '../../instance/index.js';
import type { CodeRefus } from './seance.errors.js';

export const StatutDecision = {
  EN_ATTENTE: 'EN_ATTENTE',
  ADOPTEE: 'ADOPTEE',
  REJETEE: 'REJETEE',
  ANNULEE: 'ANNULEE',
} as const;
export type StatutDecision = keyof typeof StatutDecision;

export const SujetDecision = {
  ORIENTATION: 'ORIENTATION',
  FORMATION_INITIALE: 'FORMATION_INITIALE',
  APPRENTISSAGE: 'APPRENTISSAGE',
  FORMATION_CONTINUE: 'FORMATION_CONTINUE',
  ENTREPRISES: 'ENTREPRISES',
  MOBILITE: 'MOBILITE',
  AUTRE: 'AUTRE',
} as const;
export type SujetDecision = keyof typeof SujetDecision;

export const SensVote = { POUR: 'POUR', CONTRE: 'CONTRE' } as const;
export type SensVote = keyof typeof SensVote;

/** A vote as it was counted. */
export interface Vote {
  readonly pour: number;
  readonly contre: number;
  readonly abstentions: number;
  /** Of the State's representative, where it settled a tie. */
  readonly voixPreponderante: SensVote | null;
  readonly auteur: string;
  /** Instant. */
  readonly le: string;
}

/** What is decided: what validations cover. */
export interface ContenuDecision {
  readonly texte: string;
  readonly responsable: Partenaire;
  readonly fonctionResponsable: string | null;
  /** Civil date. */
  readonly echeance: string | null;
  /** Code of the engagement. */
  readonly engagement: string | null;
  readonly sujets: readonly SujetDecision[];
}

export interface Decision extends ContenuDecision {
  /** `spel-596:2023-12-15:3`. */
  readonly id: string;
  readonly seance: string;
  /** Civil date of the session. */
  readonly jour: string;
  readonly numero: number;
  readonly statut: StatutDecision;
  readonly version: number;
  readonly empreinte: string;
  readonly regle: RegleDeDecision;
  readonly validationsRequises: readonly TitreValidation[];
  readonly vote: Vote | null;
  readonly adopteeLe: Date | null;
  readonly avancement: AvancementSuite | null;
  readonly demonstration: boolean;
}

export interface Validation {
  readonly titre: TitreValidation;
  readonly empreinte: string;
  readonly auteur: string;
  readonly le: Date;
}

export interface FiltreDecisions {
  readonly seance: string | null;
  readonly territoire: CleTerritoire | null;
  readonly engagement: string | null;
  readonly responsable: Partenaire | null;
  readonly statut: StatutDecision | null;
  /** Civil day: those that are late then. */
  readonly enRetardLe: string | null;
  /** Those that wait for this validation. */
  readonly attend: TitreValidation | null;
  readonly recherche: string | null;
}

/** Late: due before this day, still wanted, and neither done nor given up by who answers for it. */
export function estEnRetard(
  { echeance, statut, avancement }: Pick<Decision, 'echeance' | 'statut' | 'avancement'>,
  jour: string,
): boolean {
  return (
    echeance !== null &&
    echeance < jour &&
    (statut === 'EN_ATTENTE' || statut === 'ADOPTEE') &&
    avancement !== 'FAITE' &&
    avancement !== 'ABANDONNEE'
  );
}

/** What was cancelled is neither corrected nor voted; it may be brought back. */
export function refusSiAnnulee({ statut }: Pick<Decision, 'statut'>): CodeRefus | null {
  return statut === 'ANNULEE' ? 'DECISION_ANNULEE' : null;
}

/** État and Région, and the recteur where orientation, initial training or apprenticeship is at stake. */
export function validationsRequises(
  regle: RegleDeDecision,
  sujets: readonly SujetDecision[],
): readonly TitreValidation[] {
  if (regle === 'VOTE') return [];
  return sujets.some((sujet) => SUJETS_DU_RECTEUR.includes(sujet))
    ? ['ETAT', 'REGION', 'RECTEUR']
    : ['ETAT', 'REGION'];
}
