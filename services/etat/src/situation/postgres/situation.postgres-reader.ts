import { createBinder, toSlice } from '@passerelle/subgraph';
import type { Situation, SituationEntiere } from '../domain/situation.js';
import type { SituationReader } from '../domain/situation.reader.js';

const COLUMNS = `id, titre, le::text, arretee_le AS "arreteeLe", auteur, empreinte, manquants,
  demonstration`;

export const situationPostgresReader: SituationReader = {
  async list(sql, page) {
    const { values, bind } = createBinder();
    const [le = '', id = ''] = page.after ?? [];
    const after =
      page.after === null
        ? 'true'
        : `(arretee_le < ${bind(le)}::timestamptz
            OR (arretee_le = ${bind(le)}::timestamptz AND id > ${bind(id)}::text))`;
    const rows = await sql.query<Situation & { exact: string }>({
      name: 'situations',
      isDynamic: true,
      text: `SELECT ${COLUMNS}, arretee_le::text AS exact FROM situation
             WHERE ${after} ORDER BY arretee_le DESC, id LIMIT ${bind(page.first + 1)}`,
      values,
    });
    return toSlice(
      rows.map(({ exact, ...row }) => ({ ...row, tri: [exact, row.id] as const })),
      page.first,
    );
  },

  parId: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<SituationEntiere>({
        name: 'situations-par-id',
        text: `SELECT ${COLUMNS}, contenu FROM situation WHERE id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },
};
