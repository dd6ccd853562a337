import { empreinteOrdreDuJour } from '@passerelle/demo-data';
import type { SqlWriter, TitreValidation } from '@passerelle/subgraph';
import type { Point } from '../domain/seance.js';

// What follows from what was written: hashes, and the state that validations give. Each holds the
// row of the session or of the decision until the transaction ends.

/** After an item was proposed, withdrawn or moved: what was agreed on was another agenda. */
export async function recalculerOrdreDuJour(sql: SqlWriter, seance: string): Promise<void> {
  const points = await sql.query<Omit<Point, 'rang'>>(
    `SELECT id, titre, duree, partenaire FROM seance_point WHERE seance = $1
     ORDER BY rang, partenaire, id`,
    [seance],
  );
  await sql.query('UPDATE seance SET empreinte_ordre = $2 WHERE id = $1', [
    seance,
    empreinteOrdreDuJour(points),
  ]);
}

/** The titles that have validated the present text, and the state that follows. */
export async function recalculerDecision(
  sql: SqlWriter,
  decision: string,
  le: string,
): Promise<void> {
  await sql.query(
    `UPDATE decision d SET
       attendues = m.attendues,
       statut = CASE WHEN d.statut NOT IN ('EN_ATTENTE', 'ADOPTEE') THEN d.statut
                     WHEN m.attendues = '{}' THEN 'ADOPTEE' ELSE 'EN_ATTENTE' END,
       adoptee_le = CASE WHEN m.attendues <> '{}' OR d.statut NOT IN ('EN_ATTENTE', 'ADOPTEE')
                         THEN NULL
                         ELSE coalesce(d.adoptee_le, $2::timestamptz) END
     FROM (
       SELECT ARRAY(
         SELECT r.titre FROM decision c CROSS JOIN unnest(c.requises) AS r (titre)
         WHERE c.id = $1 AND NOT EXISTS (
           SELECT FROM decision_validation v
           WHERE v.decision = c.id AND v.titre = r.titre AND v.empreinte = c.empreinte)
       ) AS attendues
     ) m
     WHERE d.id = $1 AND d.regle = 'VALIDATIONS'`,
    [decision, le],
  );
}

/** Closes the session when the houses of its co-pilots have validated the same minutes. */
export async function figerReleve(
  sql: SqlWriter,
  seance: string,
  requis: readonly TitreValidation[],
  le: string,
): Promise<void> {
  if (requis.length === 0) return;
  const fige = await sql.query(
    `WITH fige AS (UPDATE seance_releve r SET fige_le = $3::timestamptz
     WHERE r.seance = $1 AND r.fige_le IS NULL
       AND NOT EXISTS (
         SELECT FROM unnest($2::text[]) AS t (titre)
         WHERE NOT EXISTS (
           SELECT FROM seance_accord a
           WHERE a.seance = r.seance AND a.objet = 'RELEVE' AND a.titre = t.titre
             AND a.empreinte = r.empreinte))
       AND EXISTS (SELECT FROM seance s WHERE s.id = r.seance AND s.statut = 'TENUE')
     RETURNING r.seance) SELECT seance FROM fige`,
    [seance, requis, le],
  );
  if (fige.length === 0) return;
  await sql.query(`UPDATE seance SET statut = 'CLOSE', version = version + 1 WHERE id = $1`, [
    seance,
  ]);
}

/** Decisions are as public as their session, and of its day. */
export async function propagerAuxDecisions(sql: SqlWriter, seance: string): Promise<void> {
  await sql.query(
    `UPDATE decision d SET publique = s.publique, jour = s.jour FROM seance s
     WHERE s.id = $1 AND d.seance = s.id
       AND (d.publique, d.jour) IS DISTINCT FROM (s.publique, s.jour)`,
    [seance],
  );
}
