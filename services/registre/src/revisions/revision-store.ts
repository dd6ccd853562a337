import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
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

/** Revisions never change: those read often stay in memory. */
const KEPT_IN_MEMORY = 600;

export interface RevisionReader {
  read<Schema extends z.ZodType>(
    sql: Sql,
    schema: Schema,
    ref: RefDeRevision,
  ): Promise<z.infer<Schema>>;
  /** Reads many at once, so that the `read`s that follow cost nothing. */
  preload(sql: Sql, refs: readonly RefDeRevision[]): Promise<void>;
  /** After a transaction that did not end: a number that it gave may be given again. */
  forget(): void;
}

export function createRevisionReader(): RevisionReader {
  const kept = new LRUCache<string, object>({ max: KEPT_IN_MEMORY });
  const keyOf = ({ editeur, lot, numero }: RefDeRevision): string => `${editeur} ${lot} ${numero}`;

  async function preload(sql: Sql, refs: readonly RefDeRevision[]): Promise<void> {
    const missing = refs.filter((ref) => !kept.has(keyOf(ref)));
    if (missing.length === 0) return;
    const rows = await sql.query<RefDeRevision & { contenu: object }>(
      `SELECT editeur, lot, numero, contenu FROM revision
       WHERE (editeur, lot, numero) IN (
         SELECT * FROM unnest($1::text[], $2::text[], $3::integer[]))`,
      [
        missing.map(({ editeur }) => editeur),
        missing.map(({ lot }) => lot),
        missing.map(({ numero }) => numero),
      ],
    );
    for (const row of rows) kept.set(keyOf(row), row.contenu);
  }

  return {
    preload,
    forget: () => kept.clear(),
    async read(sql, schema, ref) {
      await preload(sql, [ref]);
      const contenu = kept.get(keyOf(ref));
      if (contenu === undefined) throw new Error(`no revision ${keyOf(ref)}`);
      return schema.parse(contenu);
    },
  };
}
