import { readFileSync } from 'node:fs';
import { findCentre } from './centres-arrondissements.js';
import type { CompactCommune, CompactRegion, RegionListed } from './compact-region.js';
import { RegionInconnue } from './region.errors.js';
import type { ParentsTerritoire, Territoire, Territoires } from './territoire.js';

const loaded = new Map<string, Territoires>();
let listed: readonly RegionListed[] | undefined;

/** Regions of the COG (overseas collectivities included), sorted by code. */
export function listRegions(): readonly RegionListed[] {
  listed ??= readExtracted<readonly RegionListed[]>('regions');
  return listed;
}

/**
 * Territories of one region, from the extract that the build made of `@etalab/decoupage-administratif`.
 *
 * Read on the first call and kept: the same frozen-by-type value is returned afterwards.
 *
 * @param region - INSEE code of the region, such as `32` or `04` (La Réunion)
 * @throws {RegionInconnue} when the COG has no such region
 * @source INSEE, Code officiel géographique, via Etalab (MIT)
 */
export function loadTerritoires(region: string): Territoires {
  const already = loaded.get(region);
  if (already) return already;
  const codes = listRegions().map((one) => one.code);
  if (!codes.includes(region)) throw new RegionInconnue(region, codes);
  const territoires = expand(readExtracted<CompactRegion>(region));
  loaded.set(region, territoires);
  return territoires;
}

/** The extract is written by our own build, next to this file: its shape is a type, not an input. */
function readExtracted<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./donnees/${name}.json`, import.meta.url), 'utf8')) as T;
}

function expand(compact: CompactRegion): Territoires {
  const inRegion: ParentsTerritoire = {
    region: compact.code,
    departement: null,
    arrondissement: null,
    epci: null,
  };
  const byDepartement = groupCommunes(compact, 3);
  const byArrondissement = groupCommunes(compact, 4);
  const byEpci = groupCommunes(compact, 5);
  return {
    region: {
      code: compact.code,
      maille: 'REGION',
      nom: compact.nom,
      ...totals(compact.communes),
      interregional: false,
      parents: { ...inRegion, region: null },
      centre: null,
    },
    departements: compact.departements.map(([code, nom], index) => ({
      code,
      maille: 'DEPARTEMENT',
      nom,
      ...totals(byDepartement.get(index) ?? []),
      interregional: false,
      parents: inRegion,
      centre: null,
    })),
    arrondissements: compact.arrondissements.map(([code, nom, departement], index) => ({
      code,
      maille: 'ARRONDISSEMENT',
      nom,
      ...totals(byArrondissement.get(index) ?? []),
      interregional: false,
      parents: { ...inRegion, departement },
      centre: findCentre(code),
    })),
    epci: compact.epci.map(([code, nom, population, nombreCommunes, interregional], index) => ({
      code,
      maille: 'EPCI',
      nom,
      population,
      nombreCommunes,
      nombreCommunesRegion: byEpci.get(index)?.length ?? 0,
      interregional: interregional === 1,
      parents: inRegion,
      centre: null,
    })),
    communes: compact.communes.map((commune) => toCommune(commune, compact)),
  };
}

function toCommune(commune: CompactCommune, compact: CompactRegion): Territoire {
  const [code, nom, population, departement, arrondissement, epci] = commune;
  return {
    code,
    maille: 'COMMUNE',
    nom,
    population,
    nombreCommunes: 1,
    nombreCommunesRegion: 1,
    interregional: false,
    parents: {
      region: compact.code,
      departement: compact.departements[departement]?.[0] ?? null,
      arrondissement: compact.arrondissements[arrondissement]?.[0] ?? null,
      epci: compact.epci[epci]?.[0] ?? null,
    },
    centre: null,
  };
}

function groupCommunes(compact: CompactRegion, column: 3 | 4 | 5): Map<number, CompactCommune[]> {
  return Map.groupBy(compact.communes, (commune) => commune[column]);
}

function totals(
  communes: readonly CompactCommune[],
): Pick<Territoire, 'population' | 'nombreCommunes' | 'nombreCommunesRegion'> {
  return {
    population: sumPopulations(communes.map((commune) => commune[2])),
    nombreCommunes: communes.length,
    nombreCommunesRegion: communes.length,
  };
}

/** Null when no commune has a published population, so that an unknown total never reads as zero. */
function sumPopulations(populations: readonly (number | null)[]): number | null {
  const known = populations.filter((population) => population !== null);
  return known.length === 0 ? null : known.reduce((sum, population) => sum + population, 0);
}
