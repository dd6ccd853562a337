import { type Bind, createBinder, type Maille, type Page, toSlice } from '@passerelle/subgraph';
import type { Tension } from '../domain/tension.js';
import type { TensionReader } from '../domain/tension.reader.js';
import { filterConditions, meetsCondition } from './tension-conditions.js';

interface TensionRow extends Omit<Tension, 'territoire'> {
  maille: Maille;
  territoire: string;
}

const COLUMNS = `x.id, x.code_rome AS "codeRome", x.maille, x.territoire, x.annee, x.niveau,
  x.facteurs, x.source, x.arrete_le::text AS "arreteLe", x.demonstration`;
const SORT = '(-x.annee), (-x.niveau), x.id';

export const tensionPostgresReader: TensionReader = {
  parId: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<TensionRow>({
        name: 'tensions-par-id',
        text: `SELECT ${COLUMNS} FROM tension x WHERE x.id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, toTension(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  async list(sql, filtre, page) {
    const { values, bind } = createBinder();
    const { territoire } = filtre;
    const conditions = ['true', ...filterConditions(filtre, bind), ...afterCondition(page, bind)];
    if (territoire) {
      conditions.push(meetsCondition(territoire.maille, `${bind(territoire.code)}::text`));
    }
    const rows = await sql.query<TensionRow>({
      name: 'tensions-liste',
      isDynamic: true,
      text: `SELECT ${COLUMNS} FROM tension x WHERE ${conditions.join(' AND ')}
             ORDER BY ${SORT} LIMIT ${bind(page.first + 1)}`,
      values,
    });
    return toSlice(rows.map(toTension), page.first);
  },

  parMetier: {
    cacheKey: (codeRome) => codeRome,
    async read(sql, codes, { filtre, page }) {
      const { values, bind } = createBinder();
      const keys = bind(codes);
      const { territoire } = filtre;
      const conditions = [
        'x.code_rome = k.cle',
        ...filterConditions({ annee: filtre.annee }, bind),
        ...afterCondition(page, bind),
      ];
      if (territoire) {
        conditions.push(meetsCondition(territoire.maille, `${bind(territoire.code)}::text`));
      }
      const rows = await sql.query<TensionRow & { cle: string }>({
        name: 'tensions-par-metier',
        isDynamic: true,
        text: pagesSql(keys, conditions, bind(page.first + 1)),
        values,
      });
      const byCode = Map.groupBy(rows, (row) => row.cle);
      return codes.map((code) =>
        toSlice((byCode.get(code) ?? []).map(withoutKey).map(toTension), page.first),
      );
    },
  },

  parTerritoire: {
    cacheKey: ({ code, maille }) => `${maille}/${code}`,
    async read(sql, cles, { filtre, page }) {
      const found = new Map<string, readonly Tension[]>();
      for (const [maille, territoires] of Map.groupBy(cles, (cle) => cle.maille)) {
        const { values, bind } = createBinder();
        const keys = bind(territoires.map(({ code }) => code));
        const conditions = [
          meetsCondition(maille, 'k.cle'),
          ...filterConditions(filtre, bind),
          ...afterCondition(page, bind),
        ];
        const rows = await sql.query<TensionRow & { cle: string }>({
          name: `tensions-par-territoire-${maille}`,
          isDynamic: true,
          text: pagesSql(keys, conditions, bind(page.first + 1)),
          values,
        });
        for (const [cle, own] of Map.groupBy(rows, (row) => row.cle)) {
          found.set(`${maille}/${cle}`, own.map(withoutKey).map(toTension));
        }
      }
      return cles.map(({ code, maille }) =>
        toSlice(found.get(`${maille}/${code}`) ?? [], page.first),
      );
    },
  },
};

/** One page of tensions for each key, in one statement. */
function pagesSql(keys: string, conditions: readonly string[], limit: string): string {
  return `SELECT k.cle, e.*
          FROM unnest(${keys}::text[]) AS k (cle)
          CROSS JOIN LATERAL (
            SELECT ${COLUMNS} FROM tension x WHERE ${conditions.join(' AND ')}
            ORDER BY ${SORT} LIMIT ${limit}
          ) e
          ORDER BY k.cle, (-e.annee), (-e.niveau), e.id`;
}

function afterCondition({ after }: Page, bind: Bind): string[] {
  if (!after) return [];
  const [annee = 0, niveau = 0, id = ''] = after;
  return [`(${SORT}) > (${bind(annee)}::int, ${bind(niveau)}::int, ${bind(id)}::text)`];
}

function withoutKey({ cle: _cle, ...row }: TensionRow & { cle: string }): TensionRow {
  return row;
}

function toTension({ maille, territoire, ...row }: TensionRow): Tension {
  return { ...row, territoire: { code: territoire, maille } };
}
