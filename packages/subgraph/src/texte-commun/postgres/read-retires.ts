import type { SqlWriter } from '../../database/sql-writer.js';
import { estRetire } from '../domain/engagement-retire.js';

/**
 * Which of these engagements an avenant has withdrawn, as this house's own original says: to
 * refuse, it needs to ask nobody.
 *
 * @param jour - civil date of the act
 */
export async function readRetires(
  sql: SqlWriter,
  codes: readonly string[],
  jour: string,
): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ code: string; retireLe: string }>(
    `SELECT code, retire_le::text AS "retireLe" FROM engagement_version
     WHERE version = (SELECT max(version) FROM texte_version)
       AND code = ANY($1::text[]) AND retire_le IS NOT NULL`,
    [[...codes]],
  );
  return new Set(rows.filter(({ retireLe }) => estRetire(retireLe, jour)).map(({ code }) => code));
}
