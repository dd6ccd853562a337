import type { SqlWriter } from '../../database/sql-writer.js';
import type { Maille } from '../../vocabulaire/codes.js';
import type { Decoupage } from '../domain/additionner.js';
import type { Dimension, Indicateur, Mesure, Modalite } from '../domain/indicateur.js';
import { parsePeriode } from '../domain/periode.js';
import { type CellulePubliee, publierTableau } from '../domain/publier-tableau.js';

interface MesureRow extends Omit<Mesure, 'dimension' | 'modalite'> {
  dimension: Dimension | '';
  modalite: Modalite | '';
}

/** Exact values of these periods: for each cell, the last one given. */
export async function lireMesures(
  sql: SqlWriter,
  indicateur: string,
  periodes: readonly string[],
): Promise<readonly Mesure[]> {
  const rows = await sql.query<MesureRow>(
    `SELECT DISTINCT ON (periode, maille, territoire, dimension, modalite)
            indicateur, periode, maille, territoire, dimension, modalite, valeur,
            date_valeur::text AS "dateValeur", source, demonstration
     FROM mesure WHERE indicateur = $1 AND periode = ANY($2::text[])
     ORDER BY periode, maille, territoire, dimension, modalite, id DESC`,
    [indicateur, periodes],
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
 * Shows the tables of these periods anew. Runs in the name of the service: nobody else may read
 * everything nor write what is shown.
 */
export async function republier(
  sql: SqlWriter,
  indicateur: Pick<Indicateur, 'code' | 'additif' | 'comptePersonnes'>,
  periodes: readonly string[],
  auteur: string,
  seuil: number,
): Promise<void> {
  const decoupage = await lireDecoupage(sql);
  const mesures = await lireMesures(sql, indicateur.code, periodes);
  for (const [periode, duTableau] of Map.groupBy(mesures, (mesure) => mesure.periode)) {
    const cellules = publierTableau(indicateur, duTableau, decoupage, seuil);
    await sql.query(
      `INSERT INTO mesure_tableau (indicateur, periode, version, publie_le, auteur)
       VALUES ($1, $2, 1, now(), $3)
       ON CONFLICT (indicateur, periode) DO UPDATE
       SET version = mesure_tableau.version + 1, publie_le = now(), auteur = $3`,
      [indicateur.code, periode, auteur],
    );
    await sql.query('DELETE FROM mesure_publiee WHERE indicateur = $1 AND periode = $2', [
      indicateur.code,
      periode,
    ]);
    await ecrire(sql, indicateur.code, periode, cellules);
  }
}

async function ecrire(
  sql: SqlWriter,
  indicateur: string,
  periode: string,
  cellules: readonly CellulePubliee[],
): Promise<void> {
  const bornes = parsePeriode(periode);
  if (bornes === null) throw new Error(`a stored period cannot be read: ${periode}`);
  await sql.query(
    `INSERT INTO mesure_publiee (indicateur, periode, debut, fin, maille, territoire, dimension,
       modalite, valeur, masque, calculee, manquants, maille_addition, date_valeur, source,
       demonstration)
     SELECT $1, $2, $3::date, $4::date, maille, territoire, dimension, modalite, valeur,
            valeur IS NULL, calculee, string_to_array(manquants, ' '), maille_addition,
            date_valeur, source, demonstration
     FROM unnest($5::text[], $6::text[], $7::text[], $8::text[], $9::float8[], $10::boolean[],
       $11::text[], $12::text[], $13::date[], $14::text[], $15::boolean[])
       AS t (maille, territoire, dimension, modalite, valeur, calculee, manquants,
             maille_addition, date_valeur, source, demonstration)`,
    [
      indicateur,
      periode,
      bornes.debut,
      bornes.fin,
      cellules.map((une) => une.maille satisfies Maille),
      cellules.map((une) => une.territoire),
      cellules.map((une) => une.dimension ?? ''),
      cellules.map((une) => une.modalite ?? ''),
      cellules.map((une) => une.valeur),
      cellules.map((une) => une.calculee),
      cellules.map((une) => une.manquants.join(' ')),
      cellules.map((une) => une.mailleAddition),
      cellules.map((une) => une.dateValeur),
      cellules.map((une) => une.source),
      cellules.map((une) => une.demonstration),
    ],
  );
}
