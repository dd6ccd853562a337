import type { OperationConnue } from '@passerelle/composition';
import type { Canal } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import type { EstPrevenu } from '../verification/index.js';
import { listPrevenus, listUsages, operationOf } from './usage-store.js';

export { registerUsagesRoutes } from './usages-routes.js';

/** What the checks ask of usage: see `VerificationDeps`. */
export interface Usages {
  operations(canal: Canal): Promise<OperationConnue[]>;
  prevenus(canal: Canal): Promise<EstPrevenu>;
}

export function createUsages({
  sql,
  maintenant,
}: {
  readonly sql: Sql;
  readonly maintenant: () => Date;
}): Usages {
  return {
    operations: async (canal) => (await listUsages(sql, canal, maintenant())).map(operationOf),
    prevenus: (canal) => listPrevenus(sql, canal),
  };
}
