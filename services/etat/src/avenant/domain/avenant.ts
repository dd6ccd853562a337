import type { TexteProtocole } from '@passerelle/demo-data';
import type { NatureAvenant, Partenaire } from '@passerelle/subgraph';

export const EtatAvenant = {
  BROUILLON: 'BROUILLON',
  PROPOSE: 'PROPOSE',
  PUBLIE: 'PUBLIE',
  ABANDONNE: 'ABANDONNE',
} as const;
export type EtatAvenant = keyof typeof EtatAvenant;

/** What an avenant changes; what is not named stays as it is in force. */
export interface Modifications {
  readonly intitule?: string | null | undefined;
  readonly enjeux?:
    | readonly { readonly numero: number; readonly libelle: string }[]
    | null
    | undefined;
  readonly engagements?: readonly ModificationEngagement[] | null | undefined;
  /** New engagements, in the order in which they take the next codes. */
  readonly ajouts?: readonly AjoutEngagement[] | null | undefined;
}

export interface ModificationEngagement {
  readonly code: string;
  readonly libelle?: string | null | undefined;
  readonly pilote?: Partenaire | null | undefined;
  readonly copilotes?: readonly Partenaire[] | null | undefined;
  /** Number of the enjeu to which it now answers. */
  readonly enjeu?: number | null | undefined;
  /** Civil date. */
  readonly echeance?: string | null | undefined;
  /** Withdraws it: its last civil day. It stays in the text. */
  readonly retireLe?: string | null | undefined;
}

export interface AjoutEngagement {
  readonly libelle: string;
  readonly enjeu: number;
  readonly pilote: Partenaire;
  readonly copilotes?: readonly Partenaire[] | null | undefined;
  /** Civil date. */
  readonly echeance: string;
}

/** Something refused, at the place where it was typed. */
export interface ErreurDeChamp {
  /** As in `Changement`. */
  readonly sujet: string;
  readonly champ: string;
  readonly code: string;
  readonly message: string;
}

export interface Changement {
  /** « E07 », « enjeu 2 » or « protocole ». */
  readonly sujet: string;
  readonly champ: string;
  readonly avant: string;
  readonly apres: string;
}

/** An avenant as its secretariat keeps it. */
export interface Avenant {
  readonly id: string;
  readonly numero: number;
  readonly nature: NatureAvenant;
  readonly etat: EtatAvenant;
  readonly objet: string;
  /** Where the signed wordings come from; null for an avenant that transcribes nothing. */
  readonly source: string | null;
  /** Version of the text on which it was opened. */
  readonly versionDeBase: number;
  /** Grows at each writing. */
  readonly version: number;
  /** The whole text that it would make, and its hash. */
  readonly texte: TexteProtocole;
  readonly empreinte: string;
  readonly auteur: string;
  readonly ouvertLe: Date;
  readonly modifieLe: Date;
  readonly proposeLe: Date | null;
  readonly publieLe: Date | null;
  readonly demonstration: boolean;
}
