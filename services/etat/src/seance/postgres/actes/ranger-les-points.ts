import type { SqlWriter } from '@passerelle/subgraph';
import type { Identite } from '../../domain/seance.actes.js';
import { archiver } from '../historique.js';
import { recalculerOrdreDuJour } from '../recalculs.js';
import { auteurDe } from '../registre.js';

/** Those that are not named keep their order, after the others. */
export async function rangerLesPoints(
  sql: SqlWriter,
  identite: Identite,
  seance: string,
  points: readonly string[],
): Promise<void> {
  await archiver(sql, 'ORDRE_DU_JOUR', seance);
  await sql.query(
    `UPDATE seance_point p SET rang = n.rang
     FROM (
       SELECT partenaire, id, row_number() OVER (
         ORDER BY array_position($2::text[], id) NULLS LAST, rang, partenaire, id) AS rang
       FROM seance_point WHERE seance = $1
     ) n
     WHERE p.seance = $1 AND p.partenaire = n.partenaire AND p.id = n.id`,
    [seance, points],
  );
  await recalculerOrdreDuJour(sql, seance, {
    auteur: auteurDe(identite),
    sujet: identite.sujet,
    le: new Date().toISOString(),
  });
}
