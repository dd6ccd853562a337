import { empechement, type VersionCourante } from '../../vie-interne/index.js';
import { type Refus, refus } from './contribution.errors.js';
import type { Acte } from './contribution.js';

/** What the house holds on an engagement when an act arrives: its newest version not abandoned. */
export type Courante = VersionCourante;

/**
 * Whether an act may follow. Where an avenant withdrew the engagement, only what leaves it may.
 *
 * @param isRetire - whether an avenant has withdrawn the engagement
 * @param versionAttendue - the version on which the agent decided; 0 for « nothing yet », null when
 *   the agent doesn't say
 */
export function refuserActe(
  acte: Acte,
  courante: Courante,
  versionAttendue: number | null,
  isRetire: boolean,
): Refus | null {
  if (isRetire && acte !== 'ABANDONNER') return refus('ENGAGEMENT_RETIRE');
  const code = empechement(acte, courante, versionAttendue);
  return code === null ? null : refus(code);
}
