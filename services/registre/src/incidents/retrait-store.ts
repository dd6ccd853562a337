import type { Sql } from '../database/sql.js';
import type { RefDeModule } from './incident-store.js';

/** Past this, who had begun is gone. */
const ABANDONED_MINUTES = 2;

/** A revision as it went live at one instant: published again, it is another chance. */
export interface MiseEnLigne extends RefDeModule {
  readonly publieLe: string;
}

/**
 * True for the one replica that takes it back, once.
 *
 * What was itself put back is left alone for a day: errors that follow a module from version to
 * version come from elsewhere, and would undo the whole history.
 */
export async function takeRetrait(
  sql: Sql,
  { canal, partenaire, revision, publieLe }: MiseEnLigne,
  le: Date,
): Promise<boolean> {
  const rows = await sql.query(
    `INSERT INTO retrait (canal, partenaire, revision, publie_le, tente_le)
     SELECT $1, $2, $3, $4, $5::timestamptz WHERE NOT EXISTS (
       SELECT FROM retrait WHERE canal = $1 AND partenaire = $2 AND revision > $3
         AND numero IS NOT NULL AND fini_le > $5::timestamptz - interval '1 day')
     ON CONFLICT (canal, partenaire, revision, publie_le) DO UPDATE SET tente_le = $5
       WHERE retrait.fini_le IS NULL
         AND retrait.tente_le < $5::timestamptz - make_interval(mins => $6)
     RETURNING revision`,
    [canal, partenaire, revision, publieLe, le, ABANDONED_MINUTES],
  );
  return rows.length > 0;
}

/** @param numero - publication made; null when there was nothing to put back */
export async function endRetrait(
  sql: Sql,
  { canal, partenaire, revision, publieLe }: MiseEnLigne,
  { numero, le }: { numero: number | null; le: Date },
): Promise<void> {
  await sql.query(
    `UPDATE retrait SET fini_le = $5, numero = $6
     WHERE canal = $1 AND partenaire = $2 AND revision = $3 AND publie_le = $4`,
    [canal, partenaire, revision, publieLe, le, numero],
  );
}

/** It failed: the next report tries again. */
export async function dropRetrait(
  sql: Sql,
  { canal, partenaire, revision, publieLe }: MiseEnLigne,
): Promise<void> {
  await sql.query(
    `DELETE FROM retrait
     WHERE canal = $1 AND partenaire = $2 AND revision = $3 AND publie_le = $4 AND fini_le IS NULL`,
    [canal, partenaire, revision, publieLe],
  );
}
