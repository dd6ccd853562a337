import type { TexteProtocole } from '@passerelle/demo-data';
import type { Partenaire } from '../../vocabulaire/codes.js';

export const NATURE_PROPOSE = 'AVENANT_PROPOSE';
export const NATURE_VALIDE = 'AVENANT_VALIDE';
export const NATURE_PUBLIE = 'AVENANT_PUBLIE';

export const NatureAvenant = { AVENANT: 'AVENANT', TRANSCRIPTION: 'TRANSCRIPTION' } as const;
export type NatureAvenant = keyof typeof NatureAvenant;

/** An avenant as the État has proposed it and as this house keeps it. */
export interface AvenantPropose {
  readonly avenant: string;
  readonly nature: NatureAvenant;
  /** Version of the text that it would make. */
  readonly version: number;
  /** SHA-256 of the text that it would make: what a validation covers. */
  readonly empreinte: string;
}

/** What a house says of an avenant: that very text, no other. */
export interface ValidationAvenant {
  readonly partenaire: Partenaire;
  readonly empreinte: string;
  /** Function and organisation, never a name. */
  readonly auteur: string;
  readonly le: Date;
  /** The text has changed since: this validation covers another one. */
  readonly perimee: boolean;
}

export interface TextePropose extends AvenantPropose {
  readonly texte: TexteProtocole;
}
