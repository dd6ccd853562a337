import type { CleTerritoire } from '../../territoires/index.js';
import type { Maille } from '../../vocabulaire/codes.js';

/** Whether a figure describes the place, or what a house does there; never how well it does it. */
export const NatureIndicateur = { CONTEXTE: 'CONTEXTE', ACTION: 'ACTION' } as const;
export type NatureIndicateur = keyof typeof NatureIndicateur;

/** A house's definition of an indicator: what is counted, how, by whom, how finely. */
export interface Indicateur {
  readonly code: string;
  readonly libelle: string;
  /** « personnes », « % »: as it is written after the number. */
  readonly unite: string;
  readonly nature: NatureIndicateur;
  /** What is counted and what is not: two figures of the same thing may differ by it. */
  readonly perimetre: string;
  readonly methode: string;
  readonly source: string;
  /** A territory's value is the sum of those of the territories that it contains. */
  readonly additif: boolean;
  /** A count of persons: small values are hidden. */
  readonly comptePersonnes: boolean;
  /** The finest mesh for which it is published. */
  readonly mailleMinimale: Maille;
  readonly dimensions: readonly Dimension[];
  /** Why nothing finer than `mailleMinimale` is published. */
  readonly raisonMaille: string;
  /** What is awaited and from whom, for one whose values no source gives yet. */
  readonly attendu: string | null;
  /** Objectives that a source publishes; never one of our own. */
  readonly cibles: readonly Cible[];
  readonly ordre: number;
}

/** A published objective: what is aimed at, for which perimeter, according to whom. */
export interface Cible {
  /** In the unit of the indicator. */
  readonly valeur: number;
  /** Calendar year that it is for; null for every year. */
  readonly annee: number | null;
  readonly perimetre: string;
  readonly source: string;
}

export const Dimension = { SEXE: 'SEXE', AGE: 'AGE', ZONE: 'ZONE' } as const;
export type Dimension = keyof typeof Dimension;

export const Modalite = {
  FEMMES: 'FEMMES',
  HOMMES: 'HOMMES',
  MOINS_DE_25_ANS: 'MOINS_DE_25_ANS',
  DE_25_A_49_ANS: 'DE_25_A_49_ANS',
  A_PARTIR_DE_50_ANS: 'A_PARTIR_DE_50_ANS',
  QPV: 'QPV',
  RURAL: 'RURAL',
  AUTRE_ZONE: 'AUTRE_ZONE',
} as const;
export type Modalite = keyof typeof Modalite;

/** The only breakdowns that exist: one dimension at a time, never crossed, never on demand. */
export const MODALITES: Readonly<Record<Dimension, readonly Modalite[]>> = {
  SEXE: ['FEMMES', 'HOMMES'],
  AGE: ['MOINS_DE_25_ANS', 'DE_25_A_49_ANS', 'A_PARTIR_DE_50_ANS'],
  ZONE: ['QPV', 'RURAL', 'AUTRE_ZONE'],
};

/** What a value is about. */
export interface CleValeur {
  readonly indicateur: string;
  readonly maille: Maille;
  readonly territoire: string;
  readonly periode: string;
}

/** A value as everybody reads it. */
export interface ValeurPubliee extends CleValeur {
  /** First and last civil day of the period. */
  readonly debut: string;
  readonly fin: string;
  /** Null when hidden. */
  readonly valeur: number | null;
  readonly masque: boolean;
  /** Added up here from the territories below, and not given by the source. */
  readonly calculee: boolean;
  /** The territories that had no value when it was added up. */
  readonly manquants: readonly CleTerritoire[];
  readonly mailleAddition: Maille | null;
  /** The day for which the figure stands. */
  readonly dateValeur: string;
  readonly source: string;
  readonly demonstration: boolean;
  /** Version of the table of its indicator and period. */
  readonly version: number;
  readonly publieeLe: Date;
  readonly auteur: string;
}

export interface VentilationPubliee {
  readonly dimension: Dimension;
  readonly modalite: Modalite;
  readonly valeur: number | null;
  readonly masque: boolean;
}

/** A value as its house holds it, before what is hidden is chosen. */
export interface Mesure extends CleValeur {
  readonly dimension: Dimension | null;
  readonly modalite: Modalite | null;
  readonly valeur: number;
  readonly dateValeur: string;
  readonly source: string;
  readonly demonstration: boolean;
}

/** A set of values that was published, by a form or a file, and what became of it. */
export interface LotRelu {
  readonly lot: string;
  readonly faitLe: Date;
  readonly auteur: string;
  readonly periodes: readonly string[];
  readonly sources: readonly string[];
  readonly cases: number;
  readonly demonstration: boolean;
  /** Another set gave its cells back what they had before it. */
  readonly annule: boolean;
  /** Its values are still the present ones: it can be undone. */
  readonly annulable: boolean;
}

/** How a value is made of those of a finer mesh, and what is missing of it. */
export interface Recomposition {
  readonly maille: Maille;
  readonly attendus: number;
  readonly presents: number;
  readonly masques: number;
  readonly manquants: readonly CleTerritoire[];
  /** Of what is shown; null when nothing is. */
  readonly somme: number | null;
  /** Value minus sum; null unless every part is shown. */
  readonly ecart: number | null;
}

export interface ContreProposition {
  /** Key of the official value, in its own house. */
  readonly valeur: string;
  readonly version: number;
  readonly proposee: number;
  readonly motif: string;
  readonly methode: string;
  readonly auteur: string;
  readonly faiteLe: Date;
  readonly demonstration: boolean;
}
