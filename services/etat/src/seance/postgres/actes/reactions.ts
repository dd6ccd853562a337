import { type Acte, MAISONS, type Reaction, type SqlWriter } from '@passerelle/subgraph';
import type { Copilote } from '../../../instance/index.js';
import { type ObjetAccord, titresDesCopilotes } from '../../domain/seance.js';
import { titreDeLActe } from '../../domain/validation.js';
import { archiver } from '../historique.js';
import {
  type AuteurDeLOrdre,
  figerReleve,
  recalculerDecision,
  recalculerOrdreDuJour,
} from '../recalculs.js';
import { annoncer } from '../registre.js';
import {
  accordDonne,
  decisionValidee,
  pointPropose,
  pointRetire,
  suiteEnregistree,
} from './charges.js';

/**
 * What the acts of the three houses change in sessions and decisions. An act about a session or a
 * decision that is unknown, finished or not that house's business changes nothing.
 */
export const reactionsAuxActes: Readonly<Record<string, Reaction>> = {
  async POINT_PROPOSE(acte, sql) {
    const { success, data } = pointPropose.safeParse(acte.charge);
    if (!success || !(await holdOrdreDuJour(sql, acte.sujet))) return;
    await sql.query(
      `INSERT INTO seance_point (seance, partenaire, id, titre, duree, rang)
       SELECT $1, $2, $3, $4, $5, coalesce(max(rang), 0) + 1 FROM seance_point WHERE seance = $1
       ON CONFLICT (seance, partenaire, id)
         DO UPDATE SET titre = excluded.titre, duree = excluded.duree`,
      [acte.sujet, MAISONS[acte.partenaire].symbole, data.id, data.titre, data.duree ?? null],
    );
    await recalculerOrdreDuJour(sql, acte.sujet, auteurDeLActe(acte));
    await annoncer(sql, acte.sujet);
  },

  async POINT_RETIRE(acte, sql) {
    const { success, data } = pointRetire.safeParse(acte.charge);
    if (!success || !(await holdOrdreDuJour(sql, acte.sujet))) return;
    await sql.query('DELETE FROM seance_point WHERE seance = $1 AND partenaire = $2 AND id = $3', [
      acte.sujet,
      MAISONS[acte.partenaire].symbole,
      data.id,
    ]);
    await recalculerOrdreDuJour(sql, acte.sujet, auteurDeLActe(acte));
    await annoncer(sql, acte.sujet);
  },

  async ORDRE_DU_JOUR_ACCORDE(acte, sql) {
    await accorder(acte, sql, 'ORDRE_DU_JOUR', ['PREVUE']);
  },

  async RELEVE_VALIDE(acte, sql) {
    const copilotes = await accorder(acte, sql, 'RELEVE', ['TENUE']);
    if (copilotes) {
      await figerReleve(sql, acte.sujet, titresDesCopilotes(copilotes), acte.faitLe);
    }
  },

  async DECISION_VALIDEE(acte, sql) {
    const { success, data } = decisionValidee.safeParse(acte.charge);
    if (!success || titreDeLActe(acte.partenaire, data.titre) === null) return;
    const [decision] = await sql.query<{ seance: string; requises: readonly string[] }>(
      `SELECT seance, requises FROM decision WHERE id = $1 FOR UPDATE`,
      [acte.sujet],
    );
    if (!decision?.requises.includes(data.titre)) return;
    await sql.query(
      `INSERT INTO decision_validation (decision, titre, empreinte, auteur, le)
       VALUES ($1, $2, $3, $4, $5::timestamptz) ON CONFLICT DO NOTHING`,
      [acte.sujet, data.titre, data.empreinte, acte.auteur, acte.faitLe],
    );
    await recalculerDecision(sql, acte.sujet, acte.faitLe);
    await annoncer(sql, decision.seance, acte.sujet);
  },

  async SUITE_ENREGISTREE(acte, sql) {
    const { success, data } = suiteEnregistree.safeParse(acte.charge);
    if (!success) return;
    // What another house did of it is its own record; the progress is said by who answers for it.
    await sql.query('UPDATE decision SET avancement = $3 WHERE id = $1 AND responsable = $2', [
      acte.sujet,
      MAISONS[acte.partenaire].symbole,
      data.avancement,
    ]);
    const [suivie] = await sql.query<{ seance: string }>(
      'SELECT seance FROM decision WHERE id = $1',
      [acte.sujet],
    );
    // Whoever has the session on screen reads what that house did.
    if (suivie) await annoncer(sql, suivie.seance, acte.sujet);
  },
};

/** A house is named by its act, and its agent by the house only. */
function auteurDeLActe({ auteur, partenaire, faitLe }: Acte): AuteurDeLOrdre {
  return { auteur, sujet: partenaire, le: faitLe };
}

/**
 * The agenda before it moves, its present version kept. That of a session convened again is the one
 * of the session that was too few: it does not move.
 */
async function holdOrdreDuJour(sql: SqlWriter, id: string): Promise<boolean> {
  const [seance] = await sql.query(
    `SELECT FROM seance WHERE id = $1 AND statut = 'PREVUE' AND convocation_de IS NULL FOR UPDATE`,
    [id],
  );
  if (!seance) return false;
  await archiver(sql, 'ORDRE_DU_JOUR', id);
  return true;
}

/** @returns the co-pilots of its body, or null when the session is unknown or in another state */
async function holdSeance(
  sql: SqlWriter,
  id: string,
  statuts: readonly string[],
): Promise<readonly Copilote[] | null> {
  const [seance] = await sql.query<{ copilotes: readonly Copilote[] }>(
    `SELECT i.copilotes FROM seance s JOIN instance i ON i.id = s.instance
     WHERE s.id = $1 AND s.statut = ANY($2::text[]) FOR UPDATE OF s`,
    [id, statuts],
  );
  return seance?.copilotes ?? null;
}

/** @returns the co-pilots when the agreement was recorded */
async function accorder(
  acte: Acte,
  sql: SqlWriter,
  objet: ObjetAccord,
  statuts: readonly string[],
): Promise<readonly Copilote[] | null> {
  const { success, data } = accordDonne.safeParse(acte.charge);
  if (!success) return null;
  const titre = titreDeLActe(acte.partenaire, data.titre ?? null);
  if (titre === null) return null;
  const copilotes = await holdSeance(sql, acte.sujet, statuts);
  if (!copilotes) return null;
  await sql.query(
    `INSERT INTO seance_accord (seance, objet, titre, empreinte, auteur, le)
     VALUES ($1, $2, $3, $4, $5, $6::timestamptz) ON CONFLICT DO NOTHING`,
    [acte.sujet, objet, titre, data.empreinte, acte.auteur, acte.faitLe],
  );
  await annoncer(sql, acte.sujet);
  return copilotes;
}
