import type { SqlWriter } from '../../database/sql-writer.js';
import type { Maille } from '../../vocabulaire/codes.js';
import type { Indicateur } from '../domain/indicateur.js';
import { parsePeriode } from '../domain/periode.js';
import { type CellulePubliee, publierTableau } from '../domain/publier-tableau.js';
import { lireDecoupage, lireMesures } from './mesures-exactes.js';
import { garderVersion, lireVersions } from './versions-publiees.js';

/**
 * Shows the tables of these periods anew. Runs in the name of the service: nobody else may read
 * everything nor write what is shown.
 *
 * @param lot - the set of values that changes them
 */
export async function republier(
  sql: SqlWriter,
  indicateur: Pick<Indicateur, 'code' | 'additif' | 'comptePersonnes'>,
  lot: { readonly id: string; readonly periodes: readonly string[]; readonly auteur: string },
  seuil: number,
): Promise<void> {
  const decoupage = await lireDecoupage(sql);
  const mesures = await lireMesures(sql, indicateur.code, lot.periodes);
  const parPeriode = Map.groupBy(mesures, (mesure) => mesure.periode);
  for (const periode of lot.periodes) {
    const precedentes = indicateur.comptePersonnes
      ? await lireVersions(sql, indicateur, { periode, lot: lot.id, decoupage })
      : [];
    const { cellules, version } = publierTableau(
      indicateur,
      parPeriode.get(periode) ?? [],
      decoupage,
      seuil,
      precedentes,
    );
    const [tableau] = await sql.query<{ version: number }>(
      `INSERT INTO mesure_tableau (indicateur, periode, version, publie_le, auteur)
       VALUES ($1, $2, 1, now(), $3)
       ON CONFLICT (indicateur, periode) DO UPDATE
       SET version = mesure_tableau.version + 1, publie_le = now(), auteur = $3
       RETURNING version`,
      [indicateur.code, periode, lot.auteur],
    );
    if (!tableau) throw new Error('a table was not numbered');
    await sql.query('DELETE FROM mesure_publiee WHERE indicateur = $1 AND periode = $2', [
      indicateur.code,
      periode,
    ]);
    await ecrire(sql, indicateur.code, periode, cellules);
    if (version) await garderVersion(sql, indicateur.code, periode, tableau.version, version);
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
