/**
 * Whether an avenant has withdrawn an engagement on a day: its last day is still one of its own.
 * Like a right, this only keeps from offering what the houses refuse (`ENGAGEMENT_RETIRE`).
 *
 * @param retireLe - its last civil day
 * @param jour - civil date
 */
export function estRetireAu(retireLe: string | null | undefined, jour: string): boolean {
  return typeof retireLe === 'string' && jour > retireLe;
}
