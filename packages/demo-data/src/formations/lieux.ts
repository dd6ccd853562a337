import { loadTerritoires, type Territoire } from '@passerelle/reference-data';
import type { Aleatoire } from '../hasard/aleatoire.js';

/** Communes of an arrondissement that may host a training course: its most populated ones. */
const COMMUNES_PAR_ARRONDISSEMENT = 6;

/**
 * Draws communes: the arrondissement in proportion to its population, so that none is forgotten,
 * then one of its main communes. A region without arrondissements is drawn by département.
 */
export function createTirageLieu(region: string): (hasard: Aleatoire) => Territoire {
  const { arrondissements, departements, communes } = loadTerritoires(region);
  const maille = arrondissements.length > 0 ? 'arrondissement' : 'departement';
  const byZone = Map.groupBy(communes, (commune) => commune.parents[maille]);
  const zones = (maille === 'arrondissement' ? arrondissements : departements).map((zone) => ({
    population: populationOf(zone),
    communes: (byZone.get(zone.code) ?? [])
      .toSorted((a, b) => populationOf(b) - populationOf(a) || (a.code < b.code ? -1 : 1))
      .slice(0, COMMUNES_PAR_ARRONDISSEMENT),
  }));
  return (hasard) =>
    hasard.choisirPondere(
      hasard.choisirPondere(zones, (zone) => zone.population).communes,
      populationOf,
    );
}

/** At least 1, so that a territory without a published figure can still be drawn. */
function populationOf(territoire: Territoire): number {
  return territoire.population || 1;
}
