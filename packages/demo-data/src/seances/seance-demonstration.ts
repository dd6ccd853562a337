import type { Partenaire } from '../partenaire.js';

export type StatutSeance = 'PREVUE' | 'TENUE' | 'CLOSE' | 'ANNULEE';
export type StatutDecision = 'EN_ATTENTE' | 'ADOPTEE' | 'REJETEE' | 'ANNULEE';
export type TitreValidation = 'ETAT' | 'REGION' | 'RECTEUR';
export type AvancementSuite = 'A_FAIRE' | 'EN_COURS' | 'FAITE' | 'ABANDONNEE';
export type SujetDecision =
  | 'ORIENTATION'
  | 'FORMATION_INITIALE'
  | 'APPRENTISSAGE'
  | 'FORMATION_CONTINUE'
  | 'ENTREPRISES'
  | 'MOBILITE'
  | 'AUTRE';

/** A validation or an agreement of today's text: whose, by which function, when (instant). */
export interface AccordDemonstration {
  readonly titre: TitreValidation;
  readonly auteur: string;
  readonly le: string;
}

export interface PointDemonstration {
  readonly id: string;
  readonly titre: string;
  /** Minutes. */
  readonly duree: number | null;
  readonly partenaire: Partenaire;
}

export interface PresenceDemonstration {
  readonly fonction: string;
  readonly organisation: string;
  readonly partenaire: Partenaire | null;
  readonly present: boolean;
  readonly signataire: boolean;
  readonly voix: boolean;
}

export interface SuiteDemonstration {
  readonly avancement: AvancementSuite;
  readonly texte: string;
  readonly auteur: string;
  readonly modifieLe: string;
}

export interface DecisionDemonstration {
  /** `spel-596:2023-11-20:1`. */
  readonly id: string;
  readonly numero: number;
  readonly texte: string;
  readonly responsable: Partenaire;
  readonly fonctionResponsable: string;
  /** Civil date. */
  readonly echeance: string;
  readonly engagement: string | null;
  readonly sujets: readonly SujetDecision[];
  readonly statut: StatutDecision;
  /** What the validations cover. */
  readonly empreinte: string;
  readonly validations: readonly AccordDemonstration[];
  readonly adopteeLe: string | null;
  /** By the house that answers for it; null when it has said nothing yet. */
  readonly suite: SuiteDemonstration | null;
}

export interface ReleveDemonstration {
  readonly texte: string;
  readonly auteur: string;
  readonly modifieLe: string;
  readonly empreinte: string;
  readonly validations: readonly AccordDemonstration[];
  readonly figeLe: string | null;
}

export interface SeanceDemonstration {
  /** `spel-596:2023-12-15`. */
  readonly id: string;
  readonly instance: string;
  /** Civil date. */
  readonly jour: string;
  /** Instants. */
  readonly debut: string | null;
  readonly fin: string | null;
  readonly lieu: string | null;
  readonly objet: string | null;
  readonly statut: StatutSeance;
  /** Whether it is shown outside the houses. */
  readonly publique: boolean;
  readonly source: string | null;
  readonly points: readonly PointDemonstration[];
  readonly empreinteOrdreDuJour: string;
  readonly accords: readonly AccordDemonstration[];
  readonly presences: readonly PresenceDemonstration[];
  readonly releve: ReleveDemonstration | null;
  readonly decisions: readonly DecisionDemonstration[];
  readonly demonstration: boolean;
}
