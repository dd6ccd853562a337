import {
  type Bind,
  createBinder,
  matchCondition,
  type Page,
  parseRecherche,
  type Slice,
  type SqlReader,
  type SqlValue,
  toSlice,
} from '@passerelle/subgraph';
import type { Decision, FiltreDecisions } from '../domain/decision.js';
import { type TriDecisions, triDe } from '../domain/decision.reader.js';
import { DECISION_COLUMNS } from './decision.row.js';
import { withinTerritoire } from './territoire-column.js';

const TRIS: Readonly<
  Record<TriDecisions, { colonnes: readonly string[]; types: readonly string[]; descend: boolean }>
> = {
  numero: { colonnes: ['d.numero', 'd.id'], types: ['int', 'text'], descend: false },
  echeance: { colonnes: ['d.echeance', 'd.id'], types: ['date', 'text'], descend: false },
  jour: { colonnes: ['d.jour', 'd.id'], types: ['date', 'text'], descend: true },
};

/** The condition of the index `decision_a_faire`, word for word. */
const A_FAIRE = `d.statut IN ('EN_ATTENTE', 'ADOPTEE')
  AND d.avancement IS DISTINCT FROM 'FAITE' AND d.avancement IS DISTINCT FROM 'ABANDONNEE'`;

/** Of a session in their order, late ones the oldest first, any others the most recent first. */
export async function listDecisions(
  sql: SqlReader,
  filtre: FiltreDecisions,
  page: Page,
): Promise<Slice<Decision>> {
  const { values, bind } = createBinder();
  const { colonnes, types, descend } = TRIS[triDe(filtre)];
  const conditions = ['true', ...conditionsDe(filtre, bind)];
  if (page.after) {
    const after = page.after.map((value: SqlValue, index) => `${bind(value)}::${types[index]}`);
    conditions.push(`(${colonnes.join(', ')}) ${descend ? '<' : '>'} (${after.join(', ')})`);
  }
  const rows = await sql.query<Decision>({
    name: 'decisions-liste',
    isDynamic: true,
    text: `SELECT ${DECISION_COLUMNS} FROM decision d
           WHERE ${conditions.join(' AND ')}
           ORDER BY ${colonnes.map((colonne) => `${colonne} ${descend ? 'DESC' : 'ASC'}`).join(', ')}
           LIMIT ${bind(page.first + 1)}`,
    values,
  });
  return toSlice(rows, page.first);
}

function conditionsDe(filtre: FiltreDecisions, bind: Bind): string[] {
  const conditions: string[] = [];
  if (filtre.seance !== null) conditions.push(`d.seance = ${bind(filtre.seance)}`);
  if (filtre.engagement !== null) conditions.push(`d.engagement = ${bind(filtre.engagement)}`);
  if (filtre.responsable !== null) conditions.push(`d.responsable = ${bind(filtre.responsable)}`);
  if (filtre.statut !== null) conditions.push(`d.statut = ${bind(filtre.statut)}`);
  if (filtre.territoire !== null) {
    const { code, maille } = filtre.territoire;
    conditions.push(withinTerritoire(maille, 'd', bind(code)));
  }
  if (filtre.enRetardLe !== null) {
    conditions.push(A_FAIRE, `d.echeance < ${bind(filtre.enRetardLe)}::date`);
  }
  if (filtre.attend !== null) {
    conditions.push(`d.statut = 'EN_ATTENTE'`, `${bind(filtre.attend)} = ANY(d.attendues)`);
  }
  const recherche = parseRecherche(filtre.recherche);
  if (recherche) {
    conditions.push(matchCondition(recherche, { code: 'upper(d.id)', key: 'd.texte_cle' }, bind));
  }
  return conditions;
}
