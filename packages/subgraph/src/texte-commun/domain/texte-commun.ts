import type { Partenaire } from '../../vocabulaire/codes.js';

export interface Signataire {
  readonly fonction: string;
  readonly organisation: string;
  readonly partenaire: Partenaire;
}

/** The identity of the signed act; enjeux and engagements are read apart. */
export interface Protocole {
  readonly id: string;
  readonly intitule: string;
  /** Civil date. */
  readonly signeLe: string;
  readonly lieu: string;
  readonly signataires: readonly Signataire[];
  readonly enPresenceDe: readonly string[];
  readonly texteOfficiel: boolean;
  readonly source: string;
  /** SHA-256 of the whole text, enjeux and engagements included: equal in the three houses. */
  readonly empreinte: string;
  readonly enregistreLe: Date;
}

export interface Enjeu {
  readonly numero: number;
  readonly libelle: string;
  readonly texteOfficiel: boolean;
  readonly source: string;
}

export interface Engagement {
  readonly code: string;
  readonly numero: number;
  readonly libelle: string;
  readonly texteOfficiel: boolean;
  readonly source: string | null;
  /** Number of its enjeu. */
  readonly enjeu: number;
  readonly pilote: Partenaire;
  readonly copilotes: readonly Partenaire[];
  /** Civil date. */
  readonly echeance: string | null;
}
