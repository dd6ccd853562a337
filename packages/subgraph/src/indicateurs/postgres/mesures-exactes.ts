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
