import type { SqlReader } from '../../database/sql-reader.js';
import type { LotRelu } from '../domain/indicateur.js';

/** Of a set `l`: another one changes one of its cells since, or it undoes one itself. */
export const LOT_DEPASSE = `(l.annule IS NOT NULL OR EXISTS (
  SELECT FROM mesure m
  JOIN mesure s USING (indicateur, periode, maille, territoire, dimension, modalite)
  WHERE m.lot = l.id AND s.lot > l.id))`;

const LOTS_RELUS = 10;

/** Row-level security leaves them to those of the house who may publish. */
export async function lireLots(sql: SqlReader, indicateur: string): Promise<readonly LotRelu[]> {
  return sql.query<LotRelu>({
    name: 'indicateurs-lots',
    text: `SELECT l.id::text AS lot, l.fait_le AS "faitLe", l.auteur, l.periodes, c.sources,
                  c.cases, c.demonstration,
                  EXISTS (SELECT FROM mesure_lot a WHERE a.annule = l.id) AS annule,
                  NOT ${LOT_DEPASSE} AS annulable
           FROM mesure_lot l
           CROSS JOIN LATERAL (
             SELECT count(*)::int AS cases, coalesce(bool_or(m.demonstration), false)
                      AS demonstration,
                    coalesce(array_agg(DISTINCT m.source), '{}') AS sources
             FROM mesure m WHERE m.lot = l.id
           ) c
           WHERE l.indicateur = $1 AND l.annule IS NULL AND l.auteur_sujet <> 'systeme'
           ORDER BY l.id DESC LIMIT $2`,
    values: [indicateur, LOTS_RELUS],
  });
}
