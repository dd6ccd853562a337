import type { Sql } from '../database/sql.js';
import type { RefDeRevision } from './revision.js';

export interface NouvelleRevision {
  readonly editeur: string;
  readonly lot: RefDeRevision['lot'];
  /** What it holds, whoever publishes it and when. */
  readonly empreinte: string;
  readonly contenu: object;
  readonly par: string;
  readonly commit: string | null;
  readonly le: Date;
}

/** @returns its number, which is that of the same content published before when there is one */
export async function ensureRevision(sql: Sql, neuve: NouvelleRevision): Promise<number> {
  const { editeur, lot, empreinte } = neuve;
  // Two channels may publish for one partner at once: numbers are given one at a time.
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `registre:revision:${editeur}:${lot}`,
  ]);
  const [known] = await sql.query<{ numero: number }>(
    'SELECT numero FROM revision WHERE editeur = $1 AND lot = $2 AND empreinte = $3',
    [editeur, lot, empreinte],
  );
  if (known) return known.numero;
  const [row] = await sql.query<{ numero: number }>(
    `INSERT INTO revision (editeur, lot, numero, empreinte, contenu, creee_le, par, "commit")
     SELECT $1::text, $2::text, coalesce(max(numero), 0) + 1, $3, $4, $5, $6, $7
       FROM revision WHERE editeur = $1 AND lot = $2
     RETURNING numero`,
    [editeur, lot, empreinte, JSON.stringify(neuve.contenu), neuve.le, neuve.par, neuve.commit],
  );
  if (!row) throw new Error('the revision has no number');
  return row.numero;
}
