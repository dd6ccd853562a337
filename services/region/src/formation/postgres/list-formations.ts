import {
  createBinder,
  matchCondition,
  type Page,
  parseRecherche,
  type Slice,
  type SqlReader,
  toSlice,
  withinCondition,
} from '@passerelle/subgraph';
import type { FiltreFormations, Formation } from '../domain/formation.js';
import { FORMATION_COLUMNS, type FormationRow, toFormation } from './formation.row.js';

/** Courses by title; a search looks at the title, the training body and the exact number. */
export async function listFormations(
  sql: SqlReader,
  filtre: FiltreFormations,
  page: Page,
): Promise<Slice<Formation>> {
  const { territoire, codeRome, secteur, organismeSiret } = filtre;
  const recherche = parseRecherche(filtre.recherche);
  const { values, bind } = createBinder();
  const conditions = ['true'];
  if (territoire) {
    conditions.push(withinCondition(territoire.maille, `${bind(territoire.code)}::text`));
  }
  if (codeRome) conditions.push(`f.metiers @> ARRAY[${bind(codeRome)}]`);
  if (secteur) conditions.push(`f.secteur = ${bind(secteur)}`);
  if (organismeSiret) conditions.push(`f.organisme_siret = ${bind(organismeSiret)}`);
  if (recherche) {
    const columns = { code: 'f.numero_offre', key: 'f.recherche_cle' };
    conditions.push(matchCondition(recherche, columns, bind));
  }
  if (page.after) {
    const [cle = '', numero = ''] = page.after;
    conditions.push(
      `(f.intitule_cle, f.numero_offre) > (${bind(cle)}::text, ${bind(numero)}::text)`,
    );
  }
  const rows = await sql.query<FormationRow>({
    name: 'formations-liste',
    isDynamic: true,
    text: `SELECT ${FORMATION_COLUMNS} FROM formation f
           JOIN territoire t ON t.maille = f.maille AND t.code = f.lieu
           WHERE ${conditions.join(' AND ')}
           ORDER BY f.intitule_cle, f.numero_offre
           LIMIT ${bind(page.first + 1)}`,
    values,
  });
  return toSlice(rows.map(toFormation), page.first);
}
