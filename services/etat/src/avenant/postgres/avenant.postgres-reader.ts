import { textesDeVersion, toSlice } from '@passerelle/subgraph';
import type { AvenantReader } from '../domain/avenant.reader.js';
import { AVENANT, type AvenantRow, toAvenant } from './avenant-lu.js';

export const avenantPostgresReader: AvenantReader = {
  parId: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<AvenantRow>({
        name: 'avenants-par-id',
        text: `${AVENANT} WHERE a.id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, toAvenant(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  async list(sql, page) {
    const rows = await sql.query<AvenantRow>({
      name: 'avenants',
      text: `${AVENANT} WHERE $1::int IS NULL OR a.numero < $1 ORDER BY a.numero DESC LIMIT $2`,
      values: [page.after?.[0] ?? null, page.first + 1],
    });
    return toSlice(rows.map(toAvenant), page.first);
  },

  texteDeVersion: textesDeVersion,
};
