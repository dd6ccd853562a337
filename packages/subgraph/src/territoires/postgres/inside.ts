import type { Maille } from '../../vocabulaire/codes.js';

/** The column of a territory that names its container of this maille; a commune contains nothing. */
const CONTAINER = {
  REGION: 'region',
  DEPARTEMENT: 'departement',
  ARRONDISSEMENT: 'arrondissement',
  EPCI: 'epci',
  COMMUNE: null,
} as const satisfies Record<Maille, string | null>;

/**
 * SQL condition: `t` is inside the territory of this maille whose code is `code`.
 *
 * An EPCI follows no other boundary: it is inside an arrondissement or a département as soon as
 * one of its communes is.
 *
 * @param code - an SQL expression, never a value
 */
export function insideCondition(maille: Maille, code: string): string {
  const column = CONTAINER[maille];
  if (column === null) return 'false';
  const direct = `t.${column} = ${code}`;
  if (maille === 'REGION' || maille === 'EPCI') return direct;
  return `(${direct} OR (t.maille = 'EPCI' AND EXISTS (
    SELECT FROM territoire c
    WHERE c.maille = 'COMMUNE' AND c.epci = t.code AND c.${column} = ${code})))`;
}

/** SQL condition: `t` is this territory or is inside it. */
export function withinCondition(maille: Maille, code: string): string {
  return `((t.maille = '${maille}' AND t.code = ${code}) OR ${insideCondition(maille, code)})`;
}
