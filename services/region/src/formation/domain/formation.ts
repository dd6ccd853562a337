import type { CleTerritoire, Secteur } from '@passerelle/subgraph';

export interface Formation {
  readonly numeroOffre: string;
  readonly intitule: string;
  /** Null for a course outside the sectors in tension. */
  readonly secteur: Secteur | null;
  /** ROME codes, the main one first; the trades belong to Pôle emploi. */
  readonly metiers: readonly string[];
  readonly organisme: string;
  readonly organismeSiret: string;
  readonly certifiante: boolean;
  readonly lieu: CleTerritoire;
  readonly demonstration: boolean;
  /** Place in a list: by title without accents. */
  readonly tri: readonly [cle: string, numeroOffre: string];
}

export interface SessionFormation {
  readonly numeroSession: string;
  readonly numeroOffre: string;
  /** Civil dates. */
  readonly debut: string;
  readonly fin: string;
  readonly places: number;
  readonly placesRestantes: number;
  readonly lieu: CleTerritoire;
  readonly demonstration: boolean;
}

/**
 * Seats of a territory. Only open sessions count: not begun at `arreteLe`, with a seat left.
 */
export interface OffreFormation {
  readonly formations: number;
  readonly sessionsOuvertes: number;
  readonly places: number;
  readonly placesRestantes: number;
  /** Civil date at which the offer was settled. */
  readonly arreteLe: string;
  /** How it was counted, in a sentence. */
  readonly methode: string;
  readonly demonstration: boolean;
}

export interface FiltreFormations {
  readonly recherche: string | null;
  readonly territoire: CleTerritoire | null;
  readonly codeRome: string | null;
  readonly secteur: Secteur | null;
  readonly organismeSiret: string | null;
}
