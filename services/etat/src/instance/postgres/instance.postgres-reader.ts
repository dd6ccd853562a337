import { createBinder, toSlice, withinCondition } from '@passerelle/subgraph';
import type { Copilote, Instance, TypeInstance } from '../domain/instance.js';
import type { InstanceReader } from '../domain/instance.reader.js';

interface InstanceRow {
  id: string;
  type: TypeInstance;
  nom: string;
  nomCle: string;
  maille: Instance['territoire']['maille'];
  territoire: string;
  copilotes: readonly Copilote[];
  creeeLe: string;
  source: string;
}

const COLUMNS = `i.id, i.type, i.nom, i.nom_cle AS "nomCle", i.maille, i.territoire, i.copilotes,
  i.creee_le::text AS "creeeLe", i.source`;

const RANK = { SPER: 0, SPEL: 1 } as const satisfies Record<TypeInstance, number>;
const SORT = `CASE i.type WHEN 'SPER' THEN ${RANK.SPER} ELSE ${RANK.SPEL} END, i.nom_cle, i.id`;

export const instancePostgresReader: InstanceReader = {
  parId: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<InstanceRow>({
        name: 'instances-par-id',
        text: `SELECT ${COLUMNS} FROM instance i WHERE i.id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, toInstance(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  parTerritoire: {
    cacheKey: ({ code, maille }) => `${maille}/${code}`,
    async read(sql, cles) {
      const rows = await sql.query<InstanceRow>({
        name: 'instances-par-territoire',
        text: `SELECT ${COLUMNS}
               FROM unnest($1::text[], $2::text[]) AS k (maille, code)
               JOIN instance i ON i.maille = k.maille AND i.territoire = k.code
               ORDER BY i.type DESC, i.nom_cle`,
        values: [cles.map((cle) => cle.maille), cles.map((cle) => cle.code)],
      });
      const grouped = Map.groupBy(rows.map(toInstance), ({ territoire }) =>
        keyOf(territoire.maille, territoire.code),
      );
      return cles.map(({ code, maille }) => grouped.get(keyOf(maille, code)) ?? []);
    },
  },

  async list(sql, { type, territoire }, page) {
    const { values, bind } = createBinder();
    const conditions = ['true'];
    if (type) conditions.push(`i.type = ${bind(type)}`);
    if (territoire) {
      conditions.push(withinCondition(territoire.maille, `${bind(territoire.code)}::text`));
    }
    if (page.after) {
      const [rang = 0, nom = '', id = ''] = page.after;
      conditions.push(`(${SORT}) > (${bind(rang)}::int, ${bind(nom)}::text, ${bind(id)}::text)`);
    }
    const rows = await sql.query<InstanceRow>({
      name: 'instances-liste',
      isDynamic: true,
      text: `SELECT ${COLUMNS}
             FROM instance i
             JOIN territoire t ON t.maille = i.maille AND t.code = i.territoire
             WHERE ${conditions.join(' AND ')}
             ORDER BY ${SORT}
             LIMIT ${bind(page.first + 1)}`,
      values,
    });
    return toSlice(rows.map(toInstance), page.first);
  },
};

function keyOf(maille: string, code: string): string {
  return `${maille}/${code}`;
}

function toInstance({ maille, territoire, nomCle, ...row }: InstanceRow): Instance {
  return {
    ...row,
    territoire: { code: territoire, maille },
    tri: [RANK[row.type], nomCle, row.id],
  };
}
