import type { CommonContext } from '../context.js';
import { describePartenairesSociaux } from './avis.js';
import { describeExperimentations } from './experimentations.js';
import { describeObservations } from './observations.js';
import { describeSaisieDesFiches } from './saisie.js';
import { describeTerritoiresDesFiches } from './territoires.js';
import { describeVieDesFiches } from './vie.js';

/** A house's fiches action, by theme; the first one counts what the demonstration opens with. */
export function describeFiches(context: CommonContext): void {
  describeVieDesFiches(context);
  describeExperimentations(context);
  describeTerritoiresDesFiches(context);
  describeSaisieDesFiches(context);
  describeObservations(context);
  describePartenairesSociaux(context);
}
