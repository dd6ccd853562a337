/** In whose title a validation or an agreement is given. */
export const TitreValidation = { ETAT: 'ETAT', REGION: 'REGION', RECTEUR: 'RECTEUR' } as const;
export type TitreValidation = keyof typeof TitreValidation;

/** How far a house is with what a decision asks of it. */
export const AvancementSuite = {
  A_FAIRE: 'A_FAIRE',
  EN_COURS: 'EN_COURS',
  FAITE: 'FAITE',
  ABANDONNEE: 'ABANDONNEE',
} as const;
export type AvancementSuite = keyof typeof AvancementSuite;

/** An item that the house proposes for the agenda of a session. */
export interface PointPropose {
  /** House and number, unique in the session: `region-2`. */
  readonly id: string;
  readonly seance: string;
  readonly titre: string;
  /** Minutes; null when not said. */
  readonly duree: number | null;
  /** Function and organisation, never a name. */
  readonly auteur: string;
  readonly proposeLe: Date;
  readonly demonstration: boolean;
}

/** What an agreement of the house covers: a text by its SHA-256, never a text to come. */
export type NatureAccord = 'ORDRE_DU_JOUR' | 'RELEVE';

export interface Accord {
  readonly nature: NatureAccord;
  readonly seance: string;
  /** Null for a house that speaks in no title. */
  readonly titre: TitreValidation | null;
  readonly empreinte: string;
  readonly auteur: string;
  readonly le: Date;
}

export interface ValidationDeDecision {
  readonly decision: string;
  readonly titre: TitreValidation;
  readonly empreinte: string;
  readonly auteur: string;
  readonly le: Date;
}

/** What the house says of the follow-up of a decision; each version is kept. */
export interface Suite {
  readonly decision: string;
  /** From 1, without gaps. */
  readonly version: number;
  readonly avancement: AvancementSuite;
  readonly texte: string | null;
  readonly auteur: string;
  readonly modifieLe: Date;
  readonly demonstration: boolean;
}
