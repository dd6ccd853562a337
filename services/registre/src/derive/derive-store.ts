import type { Canal } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import type { Sonde } from './probe.js';

/** What a partner's process was last seen to serve. */
export interface DeriveConstatee {
  /** Revision of the schema that it was compared with. */
  readonly revision: number;
  readonly statut: Sonde['statut'];
  readonly message: string;
  readonly constateeLe: string;
}

/** By partner; those never asked are not there. */
export async function readDerives(
  sql: Sql,
  canal: Canal,
): Promise<ReadonlyMap<string, DeriveConstatee>> {
  const rows = await sql.query<{
    partenaire: string;
    revision: number;
    statut: Sonde['statut'];
    message: string;
    constatee_le: Date;
  }>('SELECT * FROM derive WHERE canal = $1', [canal]);
  return new Map(
    rows.map(({ partenaire, revision, statut, message, constatee_le }) => [
      partenaire,
      { revision, statut, message, constateeLe: constatee_le.toISOString() },
    ]),
  );
}

/**
 * Keeps what was seen.
 *
 * Unreachable is told the second time in a row: a process that restarts is no news. The row is
 * locked, so that the same change is told once.
 *
 * @returns what the journal told last, when it must tell something else; null otherwise
 */
export async function keepSonde(
  sql: Sql,
  {
    canal,
    partenaire,
    revision,
    sonde,
    le,
  }: { canal: Canal; partenaire: string; revision: number; sonde: Sonde; le: Date },
): Promise<Sonde['statut'] | null> {
  await sql.query(
    `INSERT INTO derive (canal, partenaire, revision, statut, message, constatee_le, annonce)
     VALUES ($1, $2, $3, 'CONFORME', '', $4, 'CONFORME') ON CONFLICT DO NOTHING`,
    [canal, partenaire, revision, le],
  );
  const [before] = await sql.query<{ statut: Sonde['statut']; annonce: Sonde['statut'] }>(
    'SELECT statut, annonce FROM derive WHERE canal = $1 AND partenaire = $2 FOR UPDATE',
    [canal, partenaire],
  );
  const { statut } = sonde;
  const isNew = statut === 'INJOIGNABLE' && before?.statut !== 'INJOIGNABLE';
  const told = before?.annonce ?? 'CONFORME';
  const annonce = isNew ? told : statut;
  await sql.query(
    `UPDATE derive SET revision = $3, statut = $4, message = $5, constatee_le = $6, annonce = $7
     WHERE canal = $1 AND partenaire = $2`,
    [canal, partenaire, revision, statut, sonde.message, le, annonce],
  );
  return annonce === told ? null : told;
}

/** True for one replica each `everyMs`: the others leave it this round. */
export async function takeRound(sql: Sql, canal: Canal, everyMs: number): Promise<boolean> {
  const rows = await sql.query(
    `INSERT INTO derive_tour (canal, commence_le) VALUES ($1, now())
     ON CONFLICT (canal) DO UPDATE SET commence_le = now()
       WHERE derive_tour.commence_le <= now() - make_interval(secs => $2::float / 1000)
     RETURNING canal`,
    // A timer is never exact: a little less than the interval, or every other round would be lost.
    [canal, everyMs * 0.9],
  );
  return rows.length > 0;
}
