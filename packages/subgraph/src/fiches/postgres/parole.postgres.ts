import type { SqlValue } from '../../database/sql-reader.js';
import type { SqlWriter } from '../../database/sql-writer.js';
import { type Page, type Slice, toSlice } from '../../pagination/page.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { Trace } from '../domain/fiche.journal.js';
import type { Connue } from '../domain/observation.journal.js';

/** Where what is said of fiches is kept: an observation, an answer, an opinion. Texts are SQL. */
interface TableDeParoles<Row, Parole> {
  /** Names the statements: « avis ». */
  readonly nom: string;
  /** Type of `p.fiche`: an identifier of the graph, or the number of one of the house's own. */
  readonly fiche: 'text' | 'int';
  /** Of the table called `p`. */
  readonly colonnes: string;
  /** The table called `p`, and what is joined to it. */
  readonly depuis: string;
  /** Which of a fiche's are still said. All by default. */
  readonly tenues?: string;
  readonly lire: (row: Row) => Parole;
}

/** Above every identifier: a page without cursor begins at the newest. */
const LARGEST = 2 ** 31 - 1;

/** By fiche, newest first; and each by its number. */
export function parolesPostgresReader<
  Fiche extends string | number,
  Row extends { readonly id: number; readonly fiche: Fiche },
  Parole,
>(
  table: TableDeParoles<Row, Parole>,
): {
  readonly parFiche: BatchRead<Fiche, Slice<Parole>, Page>;
  readonly parId: BatchRead<number, Parole | null>;
} {
  const { nom, fiche, colonnes, depuis, tenues = 'true', lire } = table;
  return {
    parFiche: {
      cacheKey: String,
      async read(sql, fiches, page) {
        const rows = await sql.query<Row>({
          name: `${nom}-par-fiche`,
          text: `SELECT h.* FROM unnest($1::${fiche}[]) AS k (fiche)
                 CROSS JOIN LATERAL (
                   SELECT ${colonnes} FROM ${depuis}
                   WHERE p.fiche = k.fiche AND p.id < $2::int AND ${tenues}
                   ORDER BY p.id DESC
                   LIMIT $3
                 ) h
                 ORDER BY h.id DESC`,
          values: [[...fiches], page.after?.[0] ?? LARGEST, page.first + 1],
        });
        const grouped = Map.groupBy(rows, (row) => row.fiche);
        return fiches.map((key) => toSlice((grouped.get(key) ?? []).map(lire), page.first));
      },
    },

    parId: {
      cacheKey: String,
      async read(sql, ids) {
        const rows = await sql.query<Row>({
          name: `${nom}-par-id`,
          text: `SELECT ${colonnes} FROM ${depuis} WHERE p.id = ANY($1::int[])`,
          values: [ids],
        });
        const found = new Map(rows.map((row) => [row.id, lire(row)]));
        return ids.map((id) => found.get(id) ?? null);
      },
    },
  };
}

/**
 * Writes a line, alone on its idempotency key.
 *
 * @param line - values by column; who writes, the key and what was asked come from `trace`
 * @returns the line of that key, and whether it is this call that wrote it
 */
export async function addParole(
  sql: SqlWriter,
  table: 'observation' | 'observation_reponse' | 'avis',
  line: Readonly<Record<string, SqlValue>>,
  { auteur, cleIdempotence, empreinteDemande }: Trace,
): Promise<{ readonly connue: Connue; readonly ecrite: boolean }> {
  const written: Readonly<Record<string, SqlValue>> = {
    ...line,
    auteur: auteur.affiche,
    auteur_sujet: auteur.sujet,
    cle_idempotence: cleIdempotence,
    empreinte_demande: empreinteDemande,
  };
  const columns = Object.keys(written);
  const [added] = await sql.query<Connue>(
    `INSERT INTO ${table} (${columns.join(', ')})
     VALUES (${columns.map((_, rank) => `$${rank + 1}`).join(', ')})
     ON CONFLICT (cle_idempotence) DO NOTHING
     RETURNING id, empreinte_demande AS "empreinteDemande"`,
    Object.values(written),
  );
  if (added) return { connue: added, ecrite: true };
  const [connue] = await sql.query<Connue>(
    `SELECT id, empreinte_demande AS "empreinteDemande" FROM ${table} WHERE cle_idempotence = $1`,
    [cleIdempotence],
  );
  if (!connue) throw new Error(`a key in use names no line of ${table}`);
  return { connue, ecrite: false };
}

/** Tells who watches the fiche that something was said of it. */
export async function announceParole(
  sql: SqlWriter,
  nature: string,
  parole: { readonly id: number; readonly fiche: string },
): Promise<void> {
  await sql.query('INSERT INTO mouvement (nature, charge) VALUES ($1, $2)', [
    nature,
    JSON.stringify({ id: parole.id, fiche: parole.fiche }),
  ]);
}
