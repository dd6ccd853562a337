import { createRequire } from 'node:module';
import type {
  CompactArrondissement,
  CompactCommune,
  CompactDepartement,
  CompactEpci,
  CompactRegion,
} from '../cog/compact-region.js';

// The package's index.js reads its files relative to the current directory and fails elsewhere:
// the JSON files are required one by one instead.
const require = createRequire(import.meta.url);

interface SourceItem {
  code: string;
  nom: string;
}
interface SourceDepartement extends SourceItem {
  region: string;
}
interface SourceArrondissement extends SourceItem {
  departement: string;
  region: string;
}
interface SourceCommune extends SourceItem {
  type: string;
  region: string;
  departement: string;
  arrondissement?: string;
  population?: number;
}
interface SourceEpci extends SourceItem {
  membres: SourceItem[];
}

/** One compact value per region of the COG, sorted by code. */
export function extractRegions(): CompactRegion[] {
  const regions: SourceItem[] = require('@etalab/decoupage-administratif/data/regions.json');
  const departements: SourceDepartement[] = require('@etalab/decoupage-administratif/data/departements.json');
  const arrondissements: SourceArrondissement[] = require('@etalab/decoupage-administratif/data/arrondissements.json');
  const epci: SourceEpci[] = require('@etalab/decoupage-administratif/data/epci.json');
  const allCommunes: SourceCommune[] = require('@etalab/decoupage-administratif/data/communes.json');
  // Delegated and associated communes and municipal arrondissements are parts of a commune.
  const communes = allCommunes.filter((commune) => commune.type === 'commune-actuelle');
  const communeByCode = new Map(communes.map((commune) => [commune.code, commune]));

  return sortByCode(regions).map((region) => {
    const inRegion = <T extends { region: string }>(items: T[]) =>
      items.filter((item) => item.region === region.code);
    return compactRegion(
      region,
      sortByCode(inRegion(departements)),
      sortByCode(inRegion(arrondissements)),
      sortByCode(epci.filter((one) => regionsOf(one, communeByCode).has(region.code))),
      sortByCode(inRegion(communes)),
      communeByCode,
    );
  });
}

function compactRegion(
  region: SourceItem,
  departements: SourceDepartement[],
  arrondissements: SourceArrondissement[],
  epci: SourceEpci[],
  communes: SourceCommune[],
  communeByCode: ReadonlyMap<string, SourceCommune>,
): CompactRegion {
  const departementIndex = indexByCode(departements);
  const arrondissementIndex = indexByCode(arrondissements);
  const epciOfCommune = new Map(
    epci.flatMap((one, index) => one.membres.map((membre) => [membre.code, index] as const)),
  );
  return {
    code: region.code,
    nom: region.nom,
    departements: departements.map(({ code, nom }): CompactDepartement => [code, nom]),
    arrondissements: arrondissements.map(
      ({ code, nom, departement }): CompactArrondissement => [code, nom, departement],
    ),
    epci: epci.map(
      (one): CompactEpci => [
        one.code,
        one.nom,
        populationOf(one, communeByCode),
        one.membres.length,
        regionsOf(one, communeByCode).size > 1 ? 1 : 0,
      ],
    ),
    communes: communes.map(
      (commune): CompactCommune => [
        commune.code,
        commune.nom,
        commune.population ?? null,
        departementIndex.get(commune.departement) ?? -1,
        arrondissementIndex.get(commune.arrondissement ?? '') ?? -1,
        epciOfCommune.get(commune.code) ?? -1,
      ],
    ),
  };
}

function regionsOf(
  epci: SourceEpci,
  communeByCode: ReadonlyMap<string, SourceCommune>,
): Set<string> {
  return new Set(epci.membres.map((membre) => memberOf(membre, communeByCode).region));
}

/**
 * Summed from the COG's communes: the EPCI file carries figures of another year, and totals that
 * do not add up are the first thing a reader of figures notices.
 */
function populationOf(
  epci: SourceEpci,
  communeByCode: ReadonlyMap<string, SourceCommune>,
): number | null {
  const known = epci.membres
    .map((membre) => memberOf(membre, communeByCode).population)
    .filter((population) => population !== undefined);
  return known.length === 0 ? null : known.reduce((sum, population) => sum + population, 0);
}

function memberOf(
  membre: SourceItem,
  communeByCode: ReadonlyMap<string, SourceCommune>,
): SourceCommune {
  const commune = communeByCode.get(membre.code);
  if (!commune) throw new Error(`EPCI member ${membre.code} is not a commune of this COG`);
  return commune;
}

function indexByCode(items: readonly SourceItem[]): Map<string, number> {
  return new Map(items.map((item, index) => [item.code, index]));
}

function sortByCode<T extends SourceItem>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}
