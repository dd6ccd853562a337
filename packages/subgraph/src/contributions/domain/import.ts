import type { CleContribution, Contribution } from './contribution.js';

/** A line as somebody filled it in: texts, in the words of the graph. */
export interface LigneSaisie {
  /** Its number in the file, for the reader to find it again. */
  readonly ligne: number;
  readonly engagement: string;
  readonly avancement?: string | null | undefined;
  readonly meteo?: string | null | undefined;
  readonly commentaire?: string | null | undefined;
  readonly preuve?: string | null | undefined;
  readonly visibilite?: string | null | undefined;
  readonly versionAttendue?: number | null | undefined;
}

export const CHAMPS = ['avancement', 'meteo', 'commentaire', 'preuve', 'visibilite'] as const;
export type Champ = (typeof CHAMPS)[number];

export interface ErreurDeLigne {
  readonly ligne: number;
  readonly engagement: string;
  /** Null when the whole line is meant. */
  readonly champ: Champ | null;
  readonly code: string;
  readonly message: string;
}

export interface ChampModifie {
  readonly champ: Champ;
  /** Null for nothing. */
  readonly avant: string | null;
  readonly apres: string | null;
}

/** What a line would change, field by field. */
export interface Changement {
  readonly ligne: number;
  readonly engagement: string;
  /** The version on which it was computed; 0 when the house has said nothing yet. */
  readonly version: number;
  /** State of that version: a validated one would go back to a draft. */
  readonly etat: Contribution['etat'] | null;
  readonly champs: readonly ChampModifie[];
}

/** The drafts that one file made. */
export interface ImportContributions {
  readonly id: string;
  readonly auteur: string;
  readonly faitLe: Date;
  readonly annuleLe: Date | null;
  readonly versions: readonly CleContribution[];
}
