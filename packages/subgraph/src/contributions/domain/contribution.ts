import { type ActeInterne, EtatInterne } from '../../vie-interne/index.js';

export const Meteo = {
  SOLEIL: 'SOLEIL',
  COUVERT: 'COUVERT',
  NUAGE: 'NUAGE',
  ORAGE: 'ORAGE',
} as const;
export type Meteo = keyof typeof Meteo;

export const EtatContribution = { ...EtatInterne };
export type EtatContribution = EtatInterne;

export const Visibilite = {
  MAISON: 'MAISON',
  PARTENAIRES: 'PARTENAIRES',
  PUBLIC: 'PUBLIC',
} as const;
export type Visibilite = keyof typeof Visibilite;

/** What may be done to a version; each act is a fact, never undone, at most once per version. */
export type Acte = ActeInterne;

/** What a house says of an engagement, before it has a number. */
export interface ContenuContribution {
  /** 0 to 100. */
  readonly avancement: number;
  readonly meteo: Meteo;
  readonly commentaire: string | null;
  readonly preuve: string | null;
  readonly visibilite: Visibilite;
}

/** One version: its content never changes, its state only grows. */
export interface Contribution extends ContenuContribution {
  readonly engagement: string;
  /** From 1, without gaps, in its engagement. */
  readonly version: number;
  /** A function and its organisation, never a name. */
  readonly auteur: string;
  readonly modifieLe: Date;
  readonly etat: EtatContribution;
  readonly publieLe: Date | null;
  readonly demonstration: boolean;
}

export interface CleContribution {
  readonly engagement: string;
  readonly version: number;
}
