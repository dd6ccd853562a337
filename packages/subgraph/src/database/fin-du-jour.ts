/**
 * SQL expression of the instant at which a civil day ends where the partners work: what happened
 * before it had happened that day.
 *
 * @param le - SQL expression of a civil date
 */
export function finDuJour(le: string): string {
  return `((${le}::date + 1)::timestamp AT TIME ZONE 'Europe/Paris')`;
}
