import type { Partenaire } from '@passerelle/identity';
import type { Indicateur } from '../domain/indicateur.js';
import type { Definition } from './definition.js';
import { CATALOGUE_ETAT } from './etat.js';
import { CATALOGUE_POLE_EMPLOI } from './pole-emploi.js';
import { CATALOGUE_REGION } from './region.js';

const DEFINITIONS: Readonly<Record<Partenaire, readonly Definition[]>> = {
  etat: CATALOGUE_ETAT,
  region: CATALOGUE_REGION,
  'pole-emploi': CATALOGUE_POLE_EMPLOI,
};

/** A house's definitions, in the order in which they are shown. */
export function catalogueDe(maison: Partenaire): readonly Indicateur[] {
  return DEFINITIONS[maison].map((definition, index) => ({ ...definition, ordre: index + 1 }));
}
