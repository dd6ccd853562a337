import { toSlice } from '@passerelle/subgraph';
import type { Travail } from '../domain/travail.js';
import type { TravauxReader } from '../domain/travaux.js';

const COLUMNS = `'travail-' || numero AS id, titre, le::text, incomplet, auteur, etat, etape, lus,
  manquants, motif, demande_le AS "demandeLe", situation`;
/** Above every number of a work: a page without cursor begins at the newest. */
const NEWEST = '9223372036854775807';

export const travauxPostgresReader: TravauxReader = {
  async list(sql, page) {
    const rows = await sql.query<Travail & { numero: string }>({
      name: 'situation-travaux',
      text: `SELECT ${COLUMNS}, numero::text AS numero FROM situation_travail
             WHERE etat <> 'PRET' AND numero < $1::bigint ORDER BY situation_travail.numero DESC
             LIMIT $2`,
      values: [String(page.after?.[0] ?? NEWEST), page.first + 1],
    });
    return toSlice(
      rows.map(({ numero, ...row }) => ({ ...row, tri: [numero] as const })),
      page.first,
    );
  },

  parId: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<Travail>({
        name: 'situation-travaux-par-id',
        text: `SELECT ${COLUMNS} FROM situation_travail WHERE numero = ANY($1::bigint[])`,
        values: [ids.flatMap((id) => numeroDe(id) ?? [])],
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },
};

/** @returns null for anything that is not the identifier of a work */
export function numeroDe(id: string): string | null {
  return /^travail-([1-9]\d{0,17})$/.exec(id)?.[1] ?? null;
}
