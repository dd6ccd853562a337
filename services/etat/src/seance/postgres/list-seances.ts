import { createBinder, type Page, type Slice, type SqlReader, toSlice } from '@passerelle/subgraph';
import type { FiltreSeances, Seance } from '../domain/seance.js';
import { SEANCE_COLUMNS } from './seance.row.js';
import { withinTerritoire } from './territoire-column.js';

/** By day, in the order asked for: each filter has its index, so a page is read and not sorted. */
export async function listSeances(
  sql: SqlReader,
  filtre: FiltreSeances,
  page: Page,
): Promise<Slice<Seance>> {
  const { values, bind } = createBinder();
  const conditions = ['true'];
  if (filtre.du) conditions.push(`s.jour >= ${bind(filtre.du)}::date`);
  if (filtre.au) conditions.push(`s.jour <= ${bind(filtre.au)}::date`);
  if (filtre.instance) conditions.push(`s.instance = ${bind(filtre.instance)}`);
  if (filtre.statut) conditions.push(`s.statut = ${bind(filtre.statut)}`);
  if (filtre.territoire) {
    const { code, maille } = filtre.territoire;
    conditions.push(withinTerritoire(maille, 's', bind(code)));
  }
  const recentes = filtre.ordre === 'RECENTES_D_ABORD';
  if (page.after) {
    const [jour = '', id = ''] = page.after;
    conditions.push(
      `(s.jour, s.id) ${recentes ? '<' : '>'} (${bind(jour)}::date, ${bind(id)}::text)`,
    );
  }
  const sens = recentes ? 'DESC' : 'ASC';
  const rows = await sql.query<Seance>({
    name: 'seances-liste',
    isDynamic: true,
    text: `SELECT ${SEANCE_COLUMNS} FROM seance s
           WHERE ${conditions.join(' AND ')}
           ORDER BY s.jour ${sens}, s.id ${sens}
           LIMIT ${bind(page.first + 1)}`,
    values,
  });
  return toSlice(rows, page.first);
}
