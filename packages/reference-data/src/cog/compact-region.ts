/**
 * What the build writes for one region and what `loadTerritoires` reads: rows instead of objects,
 * so that a region's file stays small and parses in a few milliseconds.
 * Every total is left out: it is computed from the communes when the file is read.
 */
export interface CompactRegion {
  readonly code: string;
  readonly nom: string;
  readonly departements: readonly CompactDepartement[];
  readonly arrondissements: readonly CompactArrondissement[];
  readonly epci: readonly CompactEpci[];
  readonly communes: readonly CompactCommune[];
}

export type CompactDepartement = readonly [code: string, nom: string];
export type CompactArrondissement = readonly [code: string, nom: string, departement: string];

/** `population` and `nombreCommunes` are those of the whole EPCI, beyond the region included. */
export type CompactEpci = readonly [
  code: string,
  nom: string,
  population: number | null,
  nombreCommunes: number,
  interregional: 0 | 1,
];

/** Indexes point into the lists above; -1 where there is none. */
export type CompactCommune = readonly [
  code: string,
  nom: string,
  population: number | null,
  departement: number,
  arrondissement: number,
  epci: number,
];

export interface RegionListed {
  readonly code: string;
  readonly nom: string;
}
