import type { Maille } from '../../vocabulaire/codes.js';

/** Codes are unique inside a maille only. */
export interface CleTerritoire {
  readonly code: string;
  readonly maille: Maille;
}

export interface Territoire extends CleTerritoire {
  readonly nom: string;
  /** Null where INSEE publishes none. */
  readonly population: number | null;
  readonly nombreCommunes: number;
  readonly interregional: boolean;
  /** Degrees, WGS 84; null where no centre is recorded. */
  readonly centre: { readonly longitude: number; readonly latitude: number } | null;
  /** Territories that contain this one, the nearest first. */
  readonly parents: readonly CleTerritoire[];
  /** Place of the territory in a list: larger mailles first, then by name without accents. */
  readonly tri: readonly (string | number)[];
}

export interface FiltreTerritoires {
  /** As typed: a name or its beginning, several words in any order, or an exact code. */
  readonly recherche: string | null;
  readonly maille: Maille | null;
  readonly dans: CleTerritoire | null;
}
