import type { Partenaire } from '../partenaire.js';

export interface SignataireProtocole {
  readonly fonction: string;
  readonly organisation: string;
  readonly partenaire: Partenaire;
}

export interface IdentiteProtocole {
  readonly id: string;
  readonly intitule: string;
  /** Civil date. */
  readonly signeLe: string;
  readonly lieu: string;
  readonly signataires: readonly SignataireProtocole[];
  readonly enPresenceDe: readonly string[];
  /** False as long as the signed text itself has not been loaded by the three houses. */
  readonly texteOfficiel: boolean;
  readonly source: string;
}

export interface TexteEnjeu {
  readonly numero: number;
  readonly libelle: string;
  readonly texteOfficiel: boolean;
  readonly source: string;
}

export interface TexteEngagement {
  /** `E01` to `E23`. */
  readonly code: string;
  readonly numero: number;
  readonly libelle: string;
  readonly texteOfficiel: boolean;
  readonly source: string;
  /** Number of the enjeu. */
  readonly enjeu: number;
  readonly pilote: Partenaire;
  readonly copilotes: readonly Partenaire[];
  /** Civil date. */
  readonly echeance: string;
  /**
   * Last civil day, for one that an avenant withdrew: it stays in the text, and its code is never
   * given again. Absent for the others, so that a text without any keeps its hash.
   */
  readonly retireLe?: string | undefined;
}

/** What each house keeps as its original, and what the hash covers. */
export interface TexteProtocole {
  readonly protocole: IdentiteProtocole;
  readonly enjeux: readonly TexteEnjeu[];
  readonly engagements: readonly TexteEngagement[];
}
