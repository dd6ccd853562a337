import type { Partenaire } from '../partenaire.js';
import { faitsIndicateurs } from './faits.js';
import { indicateursDemonstration } from './indicateurs-demonstration.js';
import type { MesureDemonstration } from './mesure-demonstration.js';

/**
 * A house's first values: what public sources say, and in a demonstration what is drawn beside.
 *
 * @throws {RegionInconnue} when the COG has no such region
 */
export function premieresMesures(
  partenaire: Partenaire,
  region: string,
  demonstration: boolean,
): MesureDemonstration[] {
  const faits = faitsIndicateurs(partenaire, region);
  return demonstration ? [...faits, ...indicateursDemonstration(partenaire, region)] : faits;
}
