import type { SqlReader } from '../../database/sql-reader.js';
import { type Page, type Slice, toSlice } from '../../pagination/page.js';
import { type Bind, createBinder, matchCondition } from '../../recherche/match-condition.js';
import { parseRecherche, type Recherche } from '../../recherche/recherche.js';
import type { FiltreTerritoires, Territoire } from '../domain/territoire.js';
import { insideCondition } from './inside.js';
import { TERRITOIRE_COLUMNS, type TerritoireRow, toTerritoire } from './territoire.row.js';

/** A list's order: what it sorts by, all ascending, and the type of each part of a cursor. */
const BY_NAME = {
  columns: ['t.ordre', 't.nom_cle', 't.code'],
  types: ['smallint', 'text', 'text'],
} as const;
const BY_RANK = {
  columns: ['r.rang', '-coalesce(t.population, 0)', 't.nom_cle', 't.ordre', 't.code'],
  types: ['int', 'int', 'text', 'smallint', 'text'],
} as const;

/**
 * Territories in order. Those that a search finds come best first: exact code or name, then names
 * that begin so, then names with such words; among equals the most populated first.
 */
export async function listTerritoires(
  sql: SqlReader,
  filtre: FiltreTerritoires,
  page: Page,
): Promise<Slice<Territoire>> {
  const recherche = parseRecherche(filtre.recherche);
  const { values, bind } = createBinder();
  const sort = recherche ? BY_RANK : BY_NAME;

  const conditions = ['true'];
  if (filtre.maille) conditions.push(`t.maille = ${bind(filtre.maille)}`);
  if (filtre.dans) {
    conditions.push(insideCondition(filtre.dans.maille, `${bind(filtre.dans.code)}::text`));
  }
  if (recherche) {
    conditions.push(matchCondition(recherche, { code: 't.code', key: 't.nom_cle' }, bind));
  }
  if (page.after) {
    const after = page.after.map((value, index) => `${bind(value)}::${sort.types[index]}`);
    conditions.push(`(${sort.columns.join(', ')}) > (${after.join(', ')})`);
  }

  const rows = await sql.query<TerritoireRow & { rang: number }>({
    name: recherche ? 'territoires-recherche' : 'territoires-liste',
    isDynamic: true,
    text: `SELECT ${TERRITOIRE_COLUMNS}, r.rang
           FROM territoire t
           CROSS JOIN LATERAL (SELECT ${recherche ? rank(recherche, bind) : '0'} AS rang) r
           WHERE ${conditions.join(' AND ')}
           ORDER BY ${sort.columns.join(', ')}
           LIMIT ${bind(page.first + 1)}`,
    values,
  });
  return toSlice(
    rows.map((row) => (recherche ? toRankedTerritoire(row) : toTerritoire(row))),
    page.first,
  );
}

function rank({ code, cles }: Recherche, bind: Bind): string {
  const keys = `${bind(cles)}::text[]`;
  return `CASE WHEN t.code = ${bind(code)} THEN 0
               WHEN t.nom_cle = ANY(${keys}) THEN 1
               WHEN EXISTS (SELECT FROM unnest(${keys}) AS k (cle) WHERE starts_with(t.nom_cle, k.cle))
                 THEN 2
               ELSE 3 END`;
}

function toRankedTerritoire(row: TerritoireRow & { rang: number }): Territoire {
  const tri = [row.rang, -(row.population ?? 0), row.nom_cle, row.ordre, row.code];
  return { ...toTerritoire(row), tri };
}
