import type { SqlReader } from '../../database/sql-reader.js';
import { insideCondition } from '../../territoires/index.js';
import type { Maille } from '../../vocabulaire/codes.js';
import type { CleValeur, Recomposition } from '../domain/indicateur.js';
import { toCle } from './indicateur.row.js';

interface Row extends CleValeur {
  attendus: number;
  presents: number;
  masques: number;
  manquants: readonly string[] | null;
  somme: number | null;
  ecart: number | null;
}

/** How each of these values is made of those of a finer mesh: one statement per mesh of theirs. */
export async function lireRecompositions(
  sql: SqlReader,
  cles: readonly CleValeur[],
  maille: Maille,
): Promise<readonly Recomposition[]> {
  const found = new Map<string, Recomposition>();
  for (const [container, duContenant] of Map.groupBy(cles, (cle) => cle.maille)) {
    const rows = await sql.query<Row>({
      name: `indicateurs-recompositions-${container}`,
      text: `SELECT k.indicateur, k.maille, k.territoire, k.periode, r.*,
                    CASE WHEN r.presents = r.attendus AND r.masques = 0 THEN m.valeur - r.somme END
                      AS ecart
             FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
               AS k (indicateur, maille, territoire, periode)
             LEFT JOIN mesure_publiee m ON m.indicateur = k.indicateur AND m.maille = k.maille
               AND m.territoire = k.territoire AND m.periode = k.periode AND m.dimension = ''
             CROSS JOIN LATERAL (
               SELECT count(*)::int AS attendus,
                      count(e.territoire)::int AS presents,
                      (count(*) FILTER (WHERE e.masque))::int AS masques,
                      array_agg(t.maille || '/' || t.code ORDER BY t.code)
                        FILTER (WHERE e.territoire IS NULL) AS manquants,
                      sum(e.valeur) AS somme
               FROM territoire t
               LEFT JOIN mesure_publiee e ON e.indicateur = k.indicateur AND e.maille = t.maille
                 AND e.territoire = t.code AND e.periode = k.periode AND e.dimension = ''
               WHERE t.maille = $5 AND ${insideCondition(container, 'k.territoire')}
             ) r`,
      values: [
        duContenant.map((cle) => cle.indicateur),
        duContenant.map((cle) => cle.maille),
        duContenant.map((cle) => cle.territoire),
        duContenant.map((cle) => cle.periode),
        maille,
      ],
    });
    for (const row of rows) found.set(keyOf(row), toRecomposition(row, maille));
  }
  return cles.map((cle) => found.get(keyOf(cle)) ?? rienDe(maille));
}

function toRecomposition(row: Row, maille: Maille): Recomposition {
  return {
    maille,
    attendus: row.attendus,
    presents: row.presents,
    masques: row.masques,
    manquants: (row.manquants ?? []).flatMap(toCle),
    somme: row.somme,
    ecart: row.ecart,
  };
}

function rienDe(maille: Maille): Recomposition {
  return { maille, attendus: 0, presents: 0, masques: 0, manquants: [], somme: null, ecart: null };
}

function keyOf({ indicateur, maille, territoire, periode }: CleValeur): string {
  return `${indicateur}/${maille}/${territoire}/${periode}`;
}
