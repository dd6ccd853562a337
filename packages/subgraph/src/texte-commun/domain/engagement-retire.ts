/** What an act refused because its engagement was withdrawn says, in each room that refuses it. */
export const ENGAGEMENT_RETIRE =
  'Un avenant a retiré cet engagement : on n’y écrit plus rien. Ce qui y est déjà reste lisible.';

/**
 * Whether an engagement no longer takes anything new. Its last day is still one of its own.
 *
 * @param retireLe - last civil day; null for one that no avenant withdrew
 * @param jour - civil date on which it is asked
 */
export function estRetire(retireLe: string | null, jour: string): boolean {
  return retireLe !== null && jour > retireLe;
}
