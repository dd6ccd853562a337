import type { SqlWriter } from '../../database/sql-writer.js';
import type { Decoupage } from '../domain/additionner.js';
import type { Dimension, Mesure, Modalite } from '../domain/indicateur.js';

interface MesureRow extends Omit<Mesure, 'dimension' | 'modalite'> {
  dimension: Dimension | '';
  modalite: Modalite | '';
}

/**
 * Exact values of these periods: for each cell, the last one given, unless it was taken back.
 *
 * @param avantLot - as they were before this set of values; null for how they are
 */
export async function lireMesures(
  sql: SqlWriter,
  indicateur: string,
  periodes: readonly string[],
  avantLot: string | null = null,
): Promise<readonly Mesure[]> {
  const rows = await sql.query<MesureRow>(
    `SELECT indicateur, periode, maille, territoire, dimension, modalite, valeur,
            date_valeur::text AS "dateValeur", source, demonstration
     FROM (SELECT DISTINCT ON (periode, maille, territoire, dimension, modalite) *
           FROM mesure WHERE indicateur = $1 AND periode = ANY($2::text[])
             AND ($3::bigint IS NULL OR lot < $3::bigint)
           ORDER BY periode, maille, territoire, dimension, modalite, id DESC) m
     WHERE NOT retiree`,
    [indicateur, periodes, avantLot],
  );
  return rows.map((row) => ({
    ...row,
    dimension: row.dimension === '' ? null : row.dimension,
    modalite: row.modalite === '' ? null : row.modalite,
  }));
}

export async function lireDecoupage(sql: SqlWriter): Promise<readonly Decoupage[]> {
  return sql.query<Decoupage>(
    `SELECT maille, code,
            CASE maille WHEN 'DEPARTEMENT' THEN region WHEN 'ARRONDISSEMENT' THEN departement END
              AS parent
     FROM territoire WHERE maille IN ('REGION', 'DEPARTEMENT', 'ARRONDISSEMENT')`,
  );
}

/**
 * Gives each cell of a set of values what it had before it, in another set; a cell that had nothing
 * is taken back.
 *
 * @returns the cells
 */
export async function rendreLesValeurs(
  sql: SqlWriter,
  lot: string,
  annule: string,
): Promise<readonly Pick<Mesure, 'maille' | 'territoire'>[]> {
  return sql.query<Pick<Mesure, 'maille' | 'territoire'>>(
    `INSERT INTO mesure (lot, indicateur, periode, maille, territoire, dimension, modalite, valeur,
       date_valeur, source, demonstration, retiree)
     SELECT $1::bigint, m.indicateur, m.periode, m.maille, m.territoire, m.dimension, m.modalite,
            coalesce(a.valeur, m.valeur), coalesce(a.date_valeur, m.date_valeur),
            coalesce(a.source, m.source), coalesce(a.demonstration, m.demonstration),
            coalesce(a.retiree, true)
     FROM mesure m
     LEFT JOIN LATERAL (
       SELECT p.valeur, p.date_valeur, p.source, p.demonstration, p.retiree FROM mesure p
       WHERE p.indicateur = m.indicateur AND p.periode = m.periode AND p.maille = m.maille
         AND p.territoire = m.territoire AND p.dimension = m.dimension
         AND p.modalite = m.modalite AND p.lot < m.lot
       ORDER BY p.id DESC LIMIT 1
     ) a ON true
     WHERE m.lot = $2::bigint
     RETURNING maille, territoire`,
    [lot, annule],
  );
}
