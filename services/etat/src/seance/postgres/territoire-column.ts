import type { Maille } from '@passerelle/subgraph';

/**
 * SQL condition: the row's body sits in this territory or in what it contains. A body sits in a
 * region, a département or an arrondissement: nothing is found in a smaller mesh.
 *
 * @param code - an SQL expression, never a value
 */
export function withinTerritoire(maille: Maille, alias: string, code: string): string {
  switch (maille) {
    case 'REGION':
      return `${alias}.region = ${code}`;
    case 'DEPARTEMENT':
      return `${alias}.departement = ${code}`;
    case 'ARRONDISSEMENT':
      return `${alias}.arrondissement = ${code}`;
    case 'EPCI':
    case 'COMMUNE':
      // Bound all the same: a statement must use every value that it is given.
      return `(false AND ${code}::text IS NULL)`;
  }
}
