import type { CleTerritoire, Partenaire, TitreValidation } from '@passerelle/subgraph';

export const StatutSeance = {
  PREVUE: 'PREVUE',
  TENUE: 'TENUE',
  CLOSE: 'CLOSE',
  ANNULEE: 'ANNULEE',
} as const;
export type StatutSeance = keyof typeof StatutSeance;

export const OrdreChronologique = {
  ANCIENNES_D_ABORD: 'ANCIENNES_D_ABORD',
  RECENTES_D_ABORD: 'RECENTES_D_ABORD',
} as const;
export type OrdreChronologique = keyof typeof OrdreChronologique;

/** Present is not signatory; a voice counts only where the body votes. */
export interface Presence {
  readonly fonction: string;
  readonly organisation: string;
  readonly partenaire: Partenaire | null;
  readonly present: boolean;
  readonly signataire: boolean;
  readonly voix: boolean;
}

export interface Seance {
  /** `spel-596:2023-12-15`, then `spel-596:2023-12-15b`. */
  readonly id: string;
  readonly instance: string;
  /** Civil date. */
  readonly jour: string;
  readonly debut: Date | null;
  readonly fin: Date | null;
  readonly lieu: string | null;
  readonly objet: string | null;
  readonly statut: StatutSeance;
  readonly version: number;
  readonly empreinteOrdreDuJour: string;
  /** Of the agenda, from 1. */
  readonly versionOrdreDuJour: number;
  readonly presences: readonly Presence[];
  /** The session whose agenda this one takes up, for want of a quorum. */
  readonly convocationDe: string | null;
  /** False when the body's own rule dispenses a second convening from the quorum. */
  readonly quorumExige: boolean;
  readonly publique: boolean;
  readonly source: string | null;
  readonly auteur: string;
  readonly modifieLe: Date;
  readonly demonstration: boolean;
}

/** An item of the agenda; it belongs to the house that proposed it. */
export interface Point {
  readonly id: string;
  readonly titre: string;
  /** Minutes. */
  readonly duree: number | null;
  readonly partenaire: Partenaire;
  /** From 1. */
  readonly rang: number;
}

export const ObjetAccord = { ORDRE_DU_JOUR: 'ORDRE_DU_JOUR', RELEVE: 'RELEVE' } as const;
export type ObjetAccord = keyof typeof ObjetAccord;

export interface Accord {
  readonly objet: ObjetAccord;
  readonly titre: TitreValidation;
  readonly empreinte: string;
  readonly auteur: string;
  readonly le: Date;
}

export interface Releve {
  readonly seance: string;
  readonly texte: string;
  readonly version: number;
  readonly auteur: string;
  readonly modifieLe: Date;
  readonly empreinte: string;
  readonly figeLe: Date | null;
}

export interface Quorum {
  readonly membres: number;
  readonly presents: number;
  readonly requis: number;
  readonly atteint: boolean;
  /** False for a session convened again without a condition of quorum. */
  readonly exige: boolean;
}

export interface FiltreSeances {
  readonly du: string | null;
  readonly au: string | null;
  readonly instance: string | null;
  /** The territory itself and what is inside it. */
  readonly territoire: CleTerritoire | null;
  readonly statut: StatutSeance | null;
  readonly ordre: OrdreChronologique;
}

/** What the houses of the co-pilots have to agree on: only États and Région do. */
export function titresDesCopilotes(
  copilotes: readonly { readonly partenaire: Partenaire | null }[],
): readonly TitreValidation[] {
  const maisons = new Set(copilotes.map(({ partenaire }) => partenaire));
  return (['ETAT', 'REGION'] as const).filter((titre) => maisons.has(titre));
}

/** What keeps its former versions. */
export const ObjetVersionne = {
  SEANCE: 'SEANCE',
  ORDRE_DU_JOUR: 'ORDRE_DU_JOUR',
  RELEVE: 'RELEVE',
  DECISION: 'DECISION',
} as const;
export type ObjetVersionne = keyof typeof ObjetVersionne;
