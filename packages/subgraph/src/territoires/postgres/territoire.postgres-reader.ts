import { type Slice, toSlice } from '../../pagination/page.js';
import type { Maille } from '../../vocabulaire/codes.js';
import type { Territoire } from '../domain/territoire.js';
import type { TerritoireReader } from '../domain/territoire.reader.js';
import { insideCondition } from './inside.js';
import { listTerritoires } from './list-territoires.js';
import { TERRITOIRE_COLUMNS, type TerritoireRow, toTerritoire } from './territoire.row.js';

export const territoirePostgresReader: TerritoireReader = {
  parCle: {
    cacheKey: ({ code, maille }) => `${maille}/${code}`,
    async read(sql, cles) {
      const rows = await sql.query<TerritoireRow>({
        name: 'territoires-par-cle',
        text: `SELECT ${TERRITOIRE_COLUMNS}
               FROM unnest($1::text[], $2::text[]) AS k (maille, code)
               JOIN territoire t ON t.maille = k.maille AND t.code = k.code`,
        values: [cles.map((cle) => cle.maille), cles.map((cle) => cle.code)],
      });
      const byKey = new Map(rows.map((row) => [`${row.maille}/${row.code}`, toTerritoire(row)]));
      return cles.map(({ code, maille }) => byKey.get(`${maille}/${code}`) ?? null);
    },
  },

  enfants: {
    cacheKey: ({ code, maille }) => `${maille}/${code}`,
    async read(sql, cles, { maille, page }) {
      const found = new Map<string, Slice<Territoire>>();
      const byMaille = Map.groupBy(cles, (cle) => cle.maille);
      // One statement per maille of the containers: in practice one, and its condition is indexed.
      for (const [container, parents] of byMaille) {
        const rows = await sql.query<TerritoireRow & { parent: string }>({
          name: `territoires-enfants-${container}`,
          text: enfantsSql(container),
          values: [
            parents.map((cle) => cle.code),
            maille,
            page.first + 1,
            page.after !== null,
            ...(page.after ?? [0, '', '']),
          ],
        });
        const byParent = Map.groupBy(rows, (row) => row.parent);
        for (const { code } of parents) {
          const territoires = (byParent.get(code) ?? []).map(toTerritoire);
          found.set(`${container}/${code}`, toSlice(territoires, page.first));
        }
      }
      return cles.map(
        ({ code, maille: container }) => found.get(`${container}/${code}`) ?? toSlice([], 1),
      );
    },
  },

  list: listTerritoires,
};

function enfantsSql(container: Maille): string {
  return `SELECT p.code AS parent, e.*
          FROM unnest($1::text[]) AS p (code)
          CROSS JOIN LATERAL (
            SELECT ${TERRITOIRE_COLUMNS} FROM territoire t
            WHERE t.maille = $2 AND ${insideCondition(container, 'p.code')}
              AND (NOT $4::boolean OR
                   (t.ordre, t.nom_cle, t.code) > ($5::int, $6::text, $7::text))
            ORDER BY t.ordre, t.nom_cle, t.code
            LIMIT $3
          ) e
          ORDER BY p.code, e.ordre, e.nom_cle, e.code`;
}
