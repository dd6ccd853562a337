import type { GenreDeJeton, Jeton } from '@passerelle/publication';
import { jetonSchema } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';

interface Row {
  id: string;
  nom: string;
  genre: string;
  editeur: string;
  empreinte: Buffer;
  cree_le: Date;
  cree_par: string;
  expire_le: Date | null;
  dernier_usage_le: Date | null;
  revoque_le: Date | null;
}

/** A token with what proves it. */
export interface JetonGarde {
  readonly jeton: Jeton;
  readonly empreinte: Buffer;
}

const USAGE_KEPT_EVERY_MS = 60_000;

export async function findJeton(sql: Sql, id: string): Promise<JetonGarde | null> {
  const [row] = await sql.query<Row>('SELECT * FROM jeton WHERE id = $1', [id]);
  return row ? { jeton: toJeton(row), empreinte: row.empreinte } : null;
}

/** Newest first, revoked ones too. */
export async function listJetons(sql: Sql, editeur: string | null): Promise<Jeton[]> {
  const rows = await sql.query<Row>(
    'SELECT * FROM jeton WHERE $1::text IS NULL OR editeur = $1 ORDER BY cree_le DESC, id',
    [editeur],
  );
  return rows.map(toJeton);
}

export async function insertJeton(
  sql: Sql,
  jeton: {
    id: string;
    nom: string;
    genre: GenreDeJeton;
    editeur: string;
    empreinte: Buffer;
    creePar: string;
    creeLe: Date;
    expireLe: string | null;
  },
): Promise<Jeton> {
  const [row] = await sql.query<Row>(
    `INSERT INTO jeton (id, nom, genre, editeur, empreinte, cree_le, cree_par, expire_le)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING *`,
    [
      jeton.id,
      jeton.nom,
      jeton.genre,
      jeton.editeur,
      jeton.empreinte,
      jeton.creeLe,
      jeton.creePar,
      jeton.expireLe,
    ],
  );
  if (!row) throw new Error('the token was not inserted');
  return toJeton(row);
}

/** @returns false when it was already revoked */
export async function revokeJeton(sql: Sql, id: string, le: Date): Promise<boolean> {
  const rows = await sql.query<{ id: string }>(
    'UPDATE jeton SET revoque_le = $2 WHERE id = $1 AND revoque_le IS NULL RETURNING id',
    [id, le],
  );
  return rows.length > 0;
}

/** To the minute: a busy token is not a write at each request. */
export async function noteUsage(sql: Sql, jeton: Jeton, le: Date): Promise<void> {
  const last = jeton.dernierUsageLe;
  if (last !== null && le.getTime() - Date.parse(last) < USAGE_KEPT_EVERY_MS) return;
  await sql.query('UPDATE jeton SET dernier_usage_le = $2 WHERE id = $1', [jeton.id, le]);
}

function toJeton(row: Row): Jeton {
  return jetonSchema.parse({
    id: row.id,
    nom: row.nom,
    genre: row.genre,
    editeur: row.editeur,
    creeLe: row.cree_le.toISOString(),
    creePar: row.cree_par,
    expireLe: row.expire_le?.toISOString() ?? null,
    dernierUsageLe: row.dernier_usage_le?.toISOString() ?? null,
    revoqueLe: row.revoque_le?.toISOString() ?? null,
  });
}
