import type { CodeRefus } from './situation.errors.js';

/** What is read, in order; the engagements are read by the mutation itself. */
export const ETAPES = [
  'ENGAGEMENTS',
  'INDICATEURS',
  'DECISIONS',
  'FICHES_ETAT',
  'FICHES_REGION',
  'FICHES_POLE_EMPLOI',
] as const;
export type Etape = (typeof ETAPES)[number];

export const EtatDuTravail = { EN_COURS: 'EN_COURS', PRET: 'PRET', ECHOUE: 'ECHOUE' } as const;
export type EtatDuTravail = keyof typeof EtatDuTravail;

/** The gathering of one arrêté, from the demand to its signature. */
export interface Travail {
  /** « travail-12 ». */
  readonly id: string;
  readonly titre: string;
  /** Civil date of which the state will be told. */
  readonly le: string;
  readonly incomplet: boolean;
  readonly auteur: string;
  readonly etat: EtatDuTravail;
  /** What is being read; the last one once it is done. */
  readonly etape: Etape;
  /** Elements read so far, all steps together. */
  readonly lus: number;
  readonly manquants: readonly string[];
  /** Why it failed; null unless it did. */
  readonly motif: CodeRefus | null;
  readonly demandeLe: Date;
  /** The arrêté; null until it is signed. */
  readonly situation: string | null;
}

/** A work taken by this replica, and where it had come to. */
export interface TravailPris
  extends Pick<Travail, 'id' | 'titre' | 'le' | 'incomplet' | 'etape' | 'manquants'> {
  /** Cursor of the next page of this step; null at its beginning. */
  readonly apres: string | null;
  /** Proves that it is still this replica's. */
  readonly bail: string;
}

/** One answer of the graph, ready to be kept. */
export interface PageLue {
  /** Key of the arrêté under which it goes. */
  readonly partie: 'protocole' | 'indicateurs' | 'decisions' | 'fiches';
  readonly contenu: unknown;
  readonly elements: number;
  /** Cursor of the next page; null when the step is over. */
  readonly suite: string | null;
  /** Houses whose part is missing. */
  readonly manquants: readonly string[];
}

/** @returns null after the last one */
export function etapeSuivante(etape: Etape): Etape | null {
  return ETAPES[ETAPES.indexOf(etape) + 1] ?? null;
}
