import { type Canal, empreinteOf } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import { type Ensemble, ensembleSchema } from './ensemble.js';

/** A publication without its signed text. */
export interface PublicationLue {
  readonly canal: Canal;
  readonly numero: number;
  readonly publieeLe: string;
  readonly editeur: string;
  readonly par: string;
  readonly commit: string | null;
  readonly ensemble: Ensemble;
}

interface Row {
  canal: Canal;
  numero: number;
  publiee_le: Date;
  editeur: string;
  par: string;
  commit: string | null;
  ensemble: unknown;
}

const COLUMNS = 'canal, numero, publiee_le, editeur, par, "commit", ensemble';

/** @returns null when nothing was published on the channel */
export async function lastPublication(sql: Sql, canal: Canal): Promise<PublicationLue | null> {
  const [row] = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM publication WHERE canal = $1 ORDER BY numero DESC LIMIT 1`,
    [canal],
  );
  return row ? toPublication(row) : null;
}

export async function findPublication(
  sql: Sql,
  canal: Canal,
  numero: number,
): Promise<PublicationLue | null> {
  const [row] = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM publication WHERE canal = $1 AND numero = $2`,
    [canal, numero],
  );
  return row ? toPublication(row) : null;
}

/** Before `numero`, newest first. */
export async function publicationsBefore(
  sql: Sql,
  canal: Canal,
  numero: number,
  limit: number,
): Promise<PublicationLue[]> {
  const rows = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM publication
     WHERE canal = $1 AND numero < $2 ORDER BY numero DESC LIMIT $3`,
    [canal, numero, limit],
  );
  return rows.map(toPublication);
}

/** The composed graph of a publication. @returns null when it has none */
export async function supergrapheOf(
  sql: Sql,
  canal: Canal,
  numero: number,
): Promise<string | null> {
  const [row] = await sql.query<{ sdl: string }>(
    `SELECT sdl FROM publication JOIN supergraphe ON empreinte = supergraphe
     WHERE canal = $1 AND numero = $2`,
    [canal, numero],
  );
  return row?.sdl ?? null;
}

/** As it was signed. @returns null when there is none of this number */
export async function jwsOf(sql: Sql, canal: Canal, numero: number): Promise<string | null> {
  const [row] = await sql.query<{ entete: string; charge: string; signature: string }>(
    'SELECT entete, charge, signature FROM publication WHERE canal = $1 AND numero = $2',
    [canal, numero],
  );
  if (!row) return null;
  return `${row.entete}.${Buffer.from(row.charge, 'utf8').toString('base64url')}.${row.signature}`;
}

export async function lastNumero(sql: Sql, canal: Canal): Promise<number> {
  const [row] = await sql.query<{ numero: number | null }>(
    'SELECT max(numero) AS numero FROM publication WHERE canal = $1',
    [canal],
  );
  return row?.numero ?? 0;
}

export async function insertPublication(
  sql: Sql,
  publication: PublicationLue,
  { supergraphe, jws }: { supergraphe: string | null; jws: string },
): Promise<void> {
  const empreinte = supergraphe === null ? null : empreinteOf(supergraphe);
  if (supergraphe !== null) {
    await sql.query(
      'INSERT INTO supergraphe (empreinte, sdl) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [empreinte, supergraphe],
    );
  }
  const [entete = '', charge = '', signature = ''] = jws.split('.');
  await sql.query(
    `INSERT INTO publication (${COLUMNS}, supergraphe, entete, charge, signature)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      publication.canal,
      publication.numero,
      publication.publieeLe,
      publication.editeur,
      publication.par,
      publication.commit,
      JSON.stringify(publication.ensemble),
      empreinte,
      entete,
      Buffer.from(charge, 'base64url').toString('utf8'),
      signature,
    ],
  );
}

function toPublication({ publiee_le, ensemble, ...row }: Row): PublicationLue {
  return { ...row, publieeLe: publiee_le.toISOString(), ensemble: ensembleSchema.parse(ensemble) };
}
