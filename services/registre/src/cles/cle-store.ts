import type { Trousseau } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';

export interface Cle {
  readonly kid: string;
  readonly x: string;
  /** Publications are signed with it. */
  readonly signataire: boolean;
  readonly annonceeLe: string;
  readonly retireeLe: string | null;
}

interface Row {
  kid: string;
  x: string;
  signataire: boolean;
  annoncee_le: Date;
  retiree_le: Date | null;
}

/** In the order in which they were announced, retired ones too. */
export async function listCles(sql: Sql): Promise<Cle[]> {
  const rows = await sql.query<Row>('SELECT * FROM cle ORDER BY annoncee_le, kid');
  return rows.map(({ annoncee_le, retiree_le, ...row }) => ({
    ...row,
    annonceeLe: annoncee_le.toISOString(),
    retireeLe: retiree_le?.toISOString() ?? null,
  }));
}

/** @returns false when it was known already */
export async function announceCle(
  sql: Sql,
  { kid, x }: { kid: string; x: string },
  le: Date,
): Promise<boolean> {
  const rows = await sql.query(
    'INSERT INTO cle (kid, x, annoncee_le) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING kid',
    [kid, x, le],
  );
  return rows.length > 0;
}

export async function designateSignataire(sql: Sql, kid: string): Promise<void> {
  await sql.query('UPDATE cle SET signataire = false WHERE signataire');
  await sql.query('UPDATE cle SET signataire = true WHERE kid = $1', [kid]);
}

export async function retireCle(sql: Sql, kid: string, le: Date): Promise<void> {
  await sql.query('UPDATE cle SET retiree_le = $2 WHERE kid = $1', [kid, le]);
}

/** What gateways trust: the signing key first. */
export function trousseauOf(cles: readonly Cle[]): Trousseau {
  const actives = cles.filter(({ retireeLe }) => retireeLe === null);
  const sorted = actives.toSorted((a, b) => Number(b.signataire) - Number(a.signataire));
  return { keys: sorted.map(({ kid, x }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid })) };
}
