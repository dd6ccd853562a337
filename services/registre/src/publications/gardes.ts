import type { Canal } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import type { RefDeRevision } from '../revisions/revision.js';

/** Versions of each bundle that stay after it is replaced, however long ago. */
const VERSIONS_KEPT = 3;
/** A tab left open overnight still finds its files. */
const KEPT_MS = 24 * 3_600_000;
const KEPT_AT_MOST = 200;

/** Notes what the channel stops and begins to serve. */
export async function noteServis(
  sql: Sql,
  canal: Canal,
  le: Date,
  { avant, apres }: { avant: readonly RefDeRevision[]; apres: readonly RefDeRevision[] },
): Promise<void> {
  const keys = new Set(apres.map(keyOf));
  const known = new Set(avant.map(keyOf));
  for (const ref of avant) if (!keys.has(keyOf(ref))) await note(sql, canal, ref, le);
  for (const ref of apres) if (!known.has(keyOf(ref))) await note(sql, canal, ref, null);
}

async function note(
  sql: Sql,
  canal: Canal,
  { editeur, lot, numero }: RefDeRevision,
  jusqua: Date | null,
): Promise<void> {
  await sql.query(
    `INSERT INTO lot_servi (canal, editeur, lot, revision, servi_jusqua)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (canal, editeur, lot, revision) DO UPDATE SET servi_jusqua = $5`,
    [canal, editeur, lot, numero, jusqua],
  );
}

/**
 * Bundles that the channel no longer serves and tabs opened before may still ask: the last three
 * of each and whatever was served in the last day, at most 200, the last three first, then the
 * most recent.
 */
export async function lotsGardes(sql: Sql, canal: Canal, le: Date): Promise<RefDeRevision[]> {
  return sql.query<RefDeRevision>(
    `SELECT editeur, lot, revision AS numero FROM (
       SELECT *, row_number() OVER (
         PARTITION BY editeur, lot ORDER BY servi_jusqua DESC, revision DESC) AS recence
       FROM lot_servi WHERE canal = $1 AND servi_jusqua IS NOT NULL) AS passes
     WHERE recence <= $2 OR servi_jusqua > $3
     ORDER BY recence <= $2 DESC, servi_jusqua DESC, editeur, lot, revision DESC LIMIT $4`,
    [canal, VERSIONS_KEPT, new Date(le.getTime() - KEPT_MS), KEPT_AT_MOST],
  );
}

function keyOf({ editeur, lot, numero }: RefDeRevision): string {
  return `${editeur} ${lot} ${numero}`;
}
