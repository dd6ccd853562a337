import type { SqlWriter } from '../../database/sql-writer.js';
import { cleDeCellule } from '../domain/cle-de-cellule.js';
import type { Indicateur, Mesure } from '../domain/indicateur.js';
import { publierTableau } from '../domain/publier-tableau.js';
import { lireDecoupage, lireMesures } from './mesures-exactes.js';
import { lireVersions } from './versions-publiees.js';

/** No set of values has it yet: what is recorded so far is all before. */
const APRES_TOUT = '9223372036854775807';

/** How many cells that are shown now these values would hide. Runs in the name of the service. */
export async function compterLesMasquees(
  sql: SqlWriter,
  indicateur: Indicateur,
  mesures: readonly Mesure[],
  seuil: number,
): Promise<number> {
  const decoupage = await lireDecoupage(sql);
  let masquees = 0;
  for (const [periode, nouvelles] of Map.groupBy(mesures, (mesure) => mesure.periode)) {
    const remplacees = new Set(nouvelles.map(cleDeCellule));
    const avant = await lireMesures(sql, indicateur.code, [periode]);
    const precedentes = await lireVersions(sql, indicateur, {
      periode,
      lot: APRES_TOUT,
      decoupage,
    });
    const { cellules } = publierTableau(
      indicateur,
      [...avant.filter((mesure) => !remplacees.has(cleDeCellule(mesure))), ...nouvelles],
      decoupage,
      seuil,
      precedentes,
    );
    const montrees = await sql.query<
      Pick<Mesure, 'maille' | 'territoire' | 'dimension' | 'modalite'>
    >(
      `SELECT maille, territoire, nullif(dimension, '') AS dimension,
              nullif(modalite, '') AS modalite
       FROM mesure_publiee WHERE indicateur = $1 AND periode = $2 AND NOT masque`,
      [indicateur.code, periode],
    );
    const vues = new Set(montrees.map((cellule) => cleDeCellule({ ...cellule, periode })));
    masquees += cellules.filter(
      (cellule) => cellule.valeur === null && vues.has(cleDeCellule(cellule)),
    ).length;
  }
  return masquees;
}
