import { empechement, type VersionCourante } from '../../vie-interne/index.js';
import { type Refus, refus } from './contribution.errors.js';
import type { Acte } from './contribution.js';

/** What the house holds on an engagement when an act arrives: its newest version not abandoned. */
export type Courante = VersionCourante;

/**
 * Whether an act may follow.
 *
 * @param versionAttendue - the version on which the agent decided; 0 for « nothing yet », null when
 *   the agent doesn't say
 */
export function refuserActe(
  acte: Acte,
  courante: Courante,
  versionAttendue: number | null,
): Refus | null {
  const code = empechement(acte, courante, versionAttendue);
  return code === null ? null : refus(code);
}
