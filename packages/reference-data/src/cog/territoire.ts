export type Maille = 'REGION' | 'DEPARTEMENT' | 'ARRONDISSEMENT' | 'EPCI' | 'COMMUNE';

/** Degrees, WGS 84, rounded to the hundredth: good enough to place a tile, not to draw an outline. */
export interface Centre {
  readonly longitude: number;
  readonly latitude: number;
}

/** Codes of the territories that contain this one; null where there is none or where it does not nest. */
export interface ParentsTerritoire {
  readonly region: string | null;
  readonly departement: string | null;
  readonly arrondissement: string | null;
  readonly epci: string | null;
}

/**
 * A territory of the Code officiel géographique, seen from one region.
 *
 * Codes are unique inside a maille only: the key is always (code, maille).
 */
export interface Territoire {
  readonly code: string;
  readonly maille: Maille;
  readonly nom: string;
  /**
   * Municipal population. An inter-regional EPCI counts all its members, so its population and
   * its number of communes go beyond the region. Null where INSEE publishes none.
   */
  readonly population: number | null;
  readonly nombreCommunes: number;
  /** Communes inside the loaded region: differs from `nombreCommunes` for an inter-regional EPCI only. */
  readonly nombreCommunesRegion: number;
  /** True for an EPCI whose members belong to several regions. */
  readonly interregional: boolean;
  /**
   * An EPCI names its region only: it may straddle arrondissements, départements and regions.
   * The link between an EPCI and its communes is on the communes.
   */
  readonly parents: ParentsTerritoire;
  readonly centre: Centre | null;
}

/** All the territories of one region, each list sorted by code. */
export interface Territoires {
  readonly region: Territoire;
  readonly departements: readonly Territoire[];
  readonly arrondissements: readonly Territoire[];
  readonly epci: readonly Territoire[];
  readonly communes: readonly Territoire[];
}
