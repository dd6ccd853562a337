import { type Bind, Maille } from '@passerelle/subgraph';
import type { FiltreTensions } from '../domain/tension.js';

/** The column by which a commune says to which territory of this maille it belongs. */
const COMMUNE_COLUMN = {
  REGION: 'region',
  DEPARTEMENT: 'departement',
  ARRONDISSEMENT: 'arrondissement',
  EPCI: 'epci',
  COMMUNE: 'code',
} as const satisfies Record<Maille, string>;

/**
 * SQL condition: the tension `x` is of a territory that shares a commune with this one. So a
 * commune reads its arrondissement's figures, and an EPCI those of the arrondissements it spans.
 *
 * @param code - an SQL expression, never a value
 */
export function meetsCondition(maille: Maille, code: string): string {
  const inside = `c.maille = 'COMMUNE' AND c.${COMMUNE_COLUMN[maille]} = ${code}`;
  return `(
    (x.maille = '${Maille.ARRONDISSEMENT}' AND x.territoire IN
      (SELECT c.arrondissement FROM territoire c WHERE ${inside}))
    OR (x.maille = '${Maille.DEPARTEMENT}' AND x.territoire IN
      (SELECT c.departement FROM territoire c WHERE ${inside})))`;
}

/** Conditions of the plain filters; the territory has its own. */
export function filterConditions(
  { codeRome, secteur, annee, niveauMin }: Partial<FiltreTensions>,
  bind: Bind,
): string[] {
  const conditions: string[] = [];
  if (codeRome) conditions.push(`x.code_rome = ${bind(codeRome)}`);
  if (secteur) {
    conditions.push(
      `x.code_rome IN (SELECT m.code_rome FROM metier m WHERE m.secteurs @> ARRAY[${bind(secteur)}])`,
    );
  }
  if (annee != null) conditions.push(`x.annee = ${bind(annee)}`);
  if (niveauMin != null) conditions.push(`x.niveau >= ${bind(niveauMin)}`);
  return conditions;
}
