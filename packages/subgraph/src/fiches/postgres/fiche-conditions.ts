import { finDuJour } from '../../database/fin-du-jour.js';
import type { Bind } from '../../recherche/match-condition.js';
import { matchCondition } from '../../recherche/match-condition.js';
import type { CleTerritoire } from '../../territoires/index.js';
import { withinCondition } from '../../territoires/index.js';
import type { FiltreFiches } from '../domain/fiche.reader.js';

/**
 * SQL condition: `f` is its fiche's newest version that the viewer sees.
 *
 * @param le - SQL expression of a civil date, to see what was published at the end of that day;
 *   null for now, drafts included
 */
export function currentCondition(le: string | null): string {
  return `${publishedBy('f', le)} AND NOT EXISTS (
    SELECT FROM fiche plus_recente
    WHERE plus_recente.numero = f.numero AND plus_recente.version > f.version
      AND ${publishedBy('plus_recente', le)})`;
}

function publishedBy(alias: string, le: string | null): string {
  if (le === null) return 'true';
  return `(${le}::date IS NULL OR ${alias}.publie_le < ${finDuJour(le)})`;
}

/**
 * SQL condition: `f` is about this territory, about what it contains, or about what contains it.
 *
 * @param code - SQL expression
 * @param containers - SQL conditions on `ft` for the territories that contain it
 */
export function aboutCondition(
  maille: CleTerritoire['maille'],
  code: string,
  containers: readonly string[],
): string {
  return `EXISTS (
    SELECT FROM fiche_territoire ft
    JOIN territoire t ON t.maille = ft.maille AND t.code = ft.code
    WHERE ft.numero = f.numero AND ft.version = f.version
      AND (${[withinCondition(maille, code), ...containers].join(' OR ')}))`;
}

export function filterConditions(filtre: FiltreFiches, bind: Bind): string[] {
  const conditions: string[] = [];
  const { recherche, territoire } = filtre;
  if (recherche) {
    conditions.push(
      matchCondition(recherche, { code: `'FICHE-' || f.numero`, key: 'f.titre_cle' }, bind),
    );
  }
  if (filtre.engagement !== null) conditions.push(`f.engagement = ${bind(filtre.engagement)}`);
  if (territoire) {
    const containers = territoire.parents.map(
      (parent) => `(ft.maille = ${bind(parent.maille)} AND ft.code = ${bind(parent.code)})`,
    );
    conditions.push(aboutCondition(territoire.maille, bind(territoire.code), containers));
  }
  if (filtre.statut !== null) conditions.push(`f.statut = ${bind(filtre.statut)}`);
  if (filtre.etat !== null) conditions.push(`f.etat = ${bind(filtre.etat)}`);
  if (filtre.issue !== null) conditions.push(`f.issue = ${bind(filtre.issue)}`);
  if (filtre.experimental !== null) {
    conditions.push(filtre.experimental ? 'f.experimental' : 'NOT f.experimental');
  }
  if (filtre.evaluationEnRetardLe !== null) {
    conditions.push(
      `f.experimental AND f.evaluation_le IS NULL AND f.fin < ${bind(filtre.evaluationEnRetardLe)}::date`,
    );
  }
  if (filtre.sansIssueLe !== null) {
    conditions.push(
      `f.experimental AND f.issue IS NULL AND f.fin < ${bind(filtre.sansIssueLe)}::date`,
    );
  }
  return conditions;
}
