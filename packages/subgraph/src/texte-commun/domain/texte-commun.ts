import type { Partenaire } from '../../vocabulaire/codes.js';

export interface Signataire {
  readonly fonction: string;
  readonly organisation: string;
  readonly partenaire: Partenaire;
}

/** The identity of the signed act, as it is in force; enjeux and engagements are read apart. */
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
  /** 1 is the text as signed; each published avenant makes the next one. */
  readonly version: number;
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
  /** Last civil day, for one that an avenant withdrew; null for the others. */
  readonly retireLe: string | null;
}

/** A passage of a house's original, to be laid beside the same one in another house. */
export interface Passage {
  /** « E07 », « enjeu 2 » or « protocole ». */
  readonly sujet: string;
  readonly champ: string;
  readonly texte: string;
}

/** What made a version of the text. */
export const NatureVersion = {
  SIGNATURE: 'SIGNATURE',
  AVENANT: 'AVENANT',
  TRANSCRIPTION: 'TRANSCRIPTION',
} as const;
export type NatureVersion = keyof typeof NatureVersion;

/** One state of the text, which stays readable for good. */
export interface VersionTexte {
  readonly numero: number;
  readonly nature: NatureVersion;
  /** Identifier of the avenant that made it; null for the signature. */
  readonly avenant: string | null;
  readonly intitule: string;
  readonly texteOfficiel: boolean;
  readonly source: string;
  readonly empreinte: string;
  /** Civil date. */
  readonly enVigueurLe: string;
  readonly enregistreLe: Date;
}

export const EtatProtocole = { PROJET: 'PROJET', SIGNE: 'SIGNE' } as const;
export type EtatProtocole = keyof typeof EtatProtocole;

/** What a house did for the protocol at one of its stages. */
export const RoleProtocole = {
  AUTEUR: 'AUTEUR',
  APPUI: 'APPUI',
  SIGNATAIRE: 'SIGNATAIRE',
} as const;
export type RoleProtocole = keyof typeof RoleProtocole;

export interface EtapeProtocole {
  readonly etat: EtatProtocole;
  /** Civil date; null when the source gives none. */
  readonly le: string | null;
  readonly parties: readonly { readonly partenaire: Partenaire; readonly role: RoleProtocole }[];
  readonly source: string;
}

/** An indicator that measures an engagement: which house produces it, and its code there. */
export interface LienIndicateur {
  readonly partenaire: Partenaire;
  readonly code: string;
}
