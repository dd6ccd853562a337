import type { CleTerritoire } from '../partenaire.js';

/** A first value of an indicator: a sourced fact, or one drawn for the demonstration. */
export interface MesureDemonstration {
  readonly indicateur: string;
  readonly maille: CleTerritoire['maille'];
  readonly territoire: string;
  readonly periode: string;
  readonly dimension: 'SEXE' | 'AGE' | 'ZONE' | null;
  readonly modalite: ModaliteDemonstration | null;
  readonly valeur: number;
  /** Civil day for which the figure stands. */
  readonly dateValeur: string;
  readonly source: string;
  /** False for a fact that its source publishes. */
  readonly demonstration: boolean;
}

export type ModaliteDemonstration =
  | 'FEMMES'
  | 'HOMMES'
  | 'MOINS_DE_25_ANS'
  | 'DE_25_A_49_ANS'
  | 'A_PARTIR_DE_50_ANS'
  | 'QPV'
  | 'RURAL'
  | 'AUTRE_ZONE';
