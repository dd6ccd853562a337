import type { CleTerritoire, Secteur } from '@passerelle/subgraph';

export const FacteurTension = {
  CONDITIONS_DE_TRAVAIL: 'CONDITIONS_DE_TRAVAIL',
  EMPLOI_NON_DURABLE: 'EMPLOI_NON_DURABLE',
  INADEQUATION_GEOGRAPHIQUE: 'INADEQUATION_GEOGRAPHIQUE',
  INTENSITE_EMBAUCHES: 'INTENSITE_EMBAUCHES',
  LIEN_FORMATION: 'LIEN_FORMATION',
  MANQUE_MAIN_OEUVRE: 'MANQUE_MAIN_OEUVRE',
} as const;
export type FacteurTension = keyof typeof FacteurTension;

/** How hard it is to recruit for a trade, in a territory, a year. */
export interface Tension {
  readonly id: string;
  readonly codeRome: string;
  readonly territoire: CleTerritoire;
  readonly annee: number;
  /** 1 (low) to 5 (very high). */
  readonly niveau: number;
  readonly facteurs: readonly FacteurTension[];
  readonly source: string;
  /** Civil date at which the figure was settled. */
  readonly arreteLe: string;
  readonly demonstration: boolean;
}

export interface FiltreTensions {
  /**
   * Figures are published by arrondissement (by département where there is none): those that this
   * territory meets.
   */
  readonly territoire: CleTerritoire | null;
  readonly codeRome: string | null;
  readonly secteur: Secteur | null;
  readonly annee: number | null;
  readonly niveauMin: number | null;
}

/** The latest year first, then the strongest, then by identifier: all ascending once negated. */
export function triTension({ annee, niveau, id }: Tension): readonly [number, number, string] {
  return [-annee, -niveau, id];
}
