import { empreinteOrdreDuJour } from '@passerelle/demo-data';
import type { SqlWriter, TitreValidation } from '@passerelle/subgraph';
import type { Decision, Validation } from '../domain/decision.js';
import type { Accord, Point, Releve, StatutSeance } from '../domain/seance.js';
import { etatParValidations, seFige } from '../domain/validation.js';
import { DECISION_COLUMNS } from './decision.row.js';
import { ACCORD_COLUMNS, RELEVE_COLUMNS } from './seance.row.js';

// What follows from what was written: hashes, and the state that validations give. Each holds the
// row of the session or of the decision until the transaction ends.

/** Who changed an agenda, and when: a house by its act, or who keeps the session. */
export interface AuteurDeLOrdre {
  readonly auteur: string;
  readonly sujet: string;
  /** Instant. */
  readonly le: string;
}

/** After an item was proposed, withdrawn or moved: what was agreed on was another agenda. */
export async function recalculerOrdreDuJour(
  sql: SqlWriter,
  seance: string,
  { auteur, sujet, le }: AuteurDeLOrdre,
): Promise<void> {
  const points = await sql.query<Omit<Point, 'rang'>>(
    `SELECT id, titre, duree, partenaire FROM seance_point WHERE seance = $1
     ORDER BY rang, partenaire, id`,
    [seance],
  );
  // What is the same agenda is the same version.
  await sql.query(
    `UPDATE seance SET empreinte_ordre = $2, version_ordre = version_ordre + 1,
       ordre_auteur = $3, ordre_auteur_sujet = $4, ordre_modifie_le = $5::timestamptz
     WHERE id = $1 AND empreinte_ordre <> $2`,
    [seance, empreinteOrdreDuJour(points), auteur, sujet, le],
  );
}

/** The titles that have validated the present text, and the state that follows. */
export async function recalculerDecision(sql: SqlWriter, id: string, le: string): Promise<void> {
  const [decision] = await sql.query<Decision>(
    `SELECT ${DECISION_COLUMNS} FROM decision d WHERE d.id = $1 FOR UPDATE`,
    [id],
  );
  if (decision?.regle !== 'VALIDATIONS') return;
  const validations = await sql.query<Validation>(
    'SELECT titre, empreinte, auteur, le FROM decision_validation WHERE decision = $1',
    [id],
  );
  const { attendues, statut, adopteeLe } = etatParValidations(decision, validations, le);
  await sql.query(
    `UPDATE decision SET attendues = $2::text[], statut = $3, adoptee_le = $4::timestamptz
     WHERE id = $1`,
    [id, attendues, statut, adopteeLe],
  );
}

/** Closes the session when the houses of its co-pilots have validated the same minutes. */
export async function figerReleve(
  sql: SqlWriter,
  seance: string,
  requis: readonly TitreValidation[],
  le: string,
): Promise<void> {
  const [releve] = await sql.query<Releve & { statut: StatutSeance }>(
    `SELECT ${RELEVE_COLUMNS}, s.statut
     FROM seance_releve r JOIN seance s ON s.id = r.seance WHERE r.seance = $1 FOR UPDATE`,
    [seance],
  );
  if (!releve) return;
  const accords = await sql.query<Accord>(
    `SELECT ${ACCORD_COLUMNS} FROM seance_accord a WHERE a.seance = $1`,
    [seance],
  );
  if (!seFige(releve, releve.statut, accords, requis)) return;
  await sql.query('UPDATE seance_releve SET fige_le = $2::timestamptz WHERE seance = $1', [
    seance,
    le,
  ]);
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
