import { empreinteDecision } from '@passerelle/demo-data';
import { normaliserNom } from '@passerelle/reference-data';
import {
  type Database,
  type JournalDesActes,
  type SqlWriter,
  sqlWriterOf,
} from '@passerelle/subgraph';
import { regleDe } from '../../../instance/index.js';
import { contenuDonne, lireContenu } from '../../domain/contenu-de-decision.js';
import {
  type ContenuDecision,
  type Decision,
  refusSiAnnulee,
  type Vote,
  validationsRequises,
} from '../../domain/decision.js';
import { refusDeDecider } from '../../domain/etat-de-seance.js';
import { quorumDe } from '../../domain/quorum.js';
import type {
  Decisions,
  DemandeSurDecision,
  EnregistrerDecision,
  Identite,
  Issue,
  ModifierDecision,
  VoterDecision,
} from '../../domain/seance.actes.js';
import { refus } from '../../domain/seance.errors.js';
import { decisionId } from '../../domain/seance-id.js';
import { agitSur } from '../../domain/territoire-d-agent.js';
import { depouiller } from '../../domain/vote.js';
import { archiver } from '../historique.js';
import { recalculerReleve } from '../recalculer-releve.js';
import { recalculerDecision } from '../recalculs.js';
import { annoncer, auteurDe, ouvrirSeance } from '../registre.js';
import { issue, surDecision, uneSeuleFois } from './agir.js';

/** Decisions of a session that is held: recorded, corrected, voted where the body votes. */
export function createDecisions(deps: {
  database: Database;
  actes: JournalDesActes;
  demonstration: boolean;
}): Decisions {
  const { database, actes, demonstration } = deps;

  return {
    enregistrer(identite: Identite, demande: EnregistrerDecision): Promise<Issue> {
      const contenu = lireContenu({
        fonctionResponsable: null,
        echeance: null,
        engagement: null,
        ...contenuDonne(demande),
        texte: demande.texte,
        responsable: demande.responsable,
        sujets: demande.sujets,
      });
      if (!contenu.ok) return Promise.resolve(issue(null, contenu.code));
      return database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const seance = await ouvrirSeance(sql, demande.seance);
        if (!seance) return issue(null, 'SEANCE_INCONNUE');
        if (!agitSur(identite, seance.ouverte.lieu)) return issue(seance.id, 'HORS_TERRITOIRE');
        const fait = await uneSeuleFois(
          sql,
          identite,
          demande.cleIdempotence,
          { ...demande, cleIdempotence: null },
          async () => {
            const non = refusDeDecider(seance.statut);
            if (non) return { code: non };
            const [dernier] = await sql.query<{ numero: number }>(
              'SELECT coalesce(max(numero), 0) AS numero FROM decision WHERE seance = $1',
              [seance.id],
            );
            const numero = (dernier?.numero ?? 0) + 1;
            const id = decisionId(seance.id, numero);
            const regle = regleDe(seance.ouverte.type);
            const requises = validationsRequises(regle, contenu.valeur.sujets);
            await sql.query(
              `INSERT INTO decision (id, seance, numero, texte, texte_cle, responsable,
                 fonction_responsable, echeance, engagement, sujets, statut, empreinte, regle,
                 requises, attendues, jour, publique, region, departement, arrondissement, auteur,
                 auteur_sujet, demonstration)
               SELECT $1, s.id, $3, $4, $5, $6, $7, $8::date, $9, $10::text[], 'EN_ATTENTE', $11,
                 $12, $13::text[], $13::text[], s.jour, s.publique, s.region, s.departement,
                 s.arrondissement, $14, $15, $16
               FROM seance s WHERE s.id = $2`,
              [
                id,
                seance.id,
                numero,
                ...colonnes(contenu.valeur),
                empreinteDecision({ id, ...contenu.valeur }),
                regle,
                requises,
                auteurDe(identite),
                identite.sujet,
                demonstration,
              ],
            );
            await recalculerReleve(sql, seance.id);
            await annoncer(sql, seance.id, id);
            // The houses whose validation it awaits are told, wherever their agents are.
            const { texte, responsable } = contenu.valeur;
            const charge = { texte, responsable };
            await actes.signer(sql, identite, {
              nature: 'DECISION_ENREGISTREE',
              sujet: id,
              charge,
            });
            return { id };
          },
        );
        return 'id' in fait
          ? { seance: seance.id, decision: fait.id, refus: null }
          : { seance: seance.id, decision: null, refus: refus(fait.code) };
      });
    },

    /** Another text is another decision: what validated the former one is out of date. */
    modifier(identite: Identite, demande: ModifierDecision): Promise<Issue> {
      return surDecision(database, identite, demande, async (sql, decision, seance) => {
        const non = refusDeDecider(seance.statut) ?? refusSiAnnulee(decision);
        if (non) return non;
        const contenu = lireContenu({ ...decision, ...contenuDonne(demande) });
        if (!contenu.ok) return contenu.code;
        await archiver(sql, 'DECISION', decision.id);
        await reecrire(sql, identite, decision, contenu.valeur);
        return null;
      });
    },

    annuler(identite: Identite, demande: DemandeSurDecision): Promise<Issue> {
      return surDecision(database, identite, demande, async (sql, decision, seance) => {
        const non = refusDeDecider(seance.statut) ?? refusSiAnnulee(decision);
        if (non) return non;
        await archiver(sql, 'DECISION', decision.id);
        await sql.query(
          `UPDATE decision SET statut = 'ANNULEE', adoptee_le = NULL, version = version + 1,
             auteur = $2, auteur_sujet = $3, modifie_le = now() WHERE id = $1`,
          [decision.id, auteurDe(identite), identite.sujet],
        );
        await recalculerReleve(sql, seance.id);
        await annoncer(sql, seance.id, decision.id);
        return null;
      });
    },

    voter(identite: Identite, demande: VoterDecision): Promise<Issue> {
      return surDecision(database, identite, demande, async (sql, decision, seance) => {
        if (decision.regle !== 'VOTE') return 'VOTE_SANS_OBJET';
        const non = refusDeDecider(seance.statut) ?? refusSiAnnulee(decision);
        if (non) return non;
        const { pour, contre } = demande;
        const abstentions = demande.abstentions ?? 0;
        const representantEtat = demande.voixRepresentantEtat ?? null;
        const resultat = depouiller(
          { pour, contre, abstentions, representantEtat },
          quorumDe(seance.presences, seance.quorumExige),
        );
        if (!resultat.ok) return resultat.code;
        const vote: Vote = {
          pour,
          contre,
          abstentions,
          voixPreponderante: resultat.voixPreponderante,
          auteur: auteurDe(identite),
          le: new Date().toISOString(),
        };
        await archiver(sql, 'DECISION', decision.id);
        await sql.query(
          `UPDATE decision SET vote = $2::jsonb, statut = $3,
             adoptee_le = CASE WHEN $3 = 'ADOPTEE' THEN $4::timestamptz END,
             version = version + 1, auteur = $5, auteur_sujet = $6, modifie_le = now()
           WHERE id = $1`,
          [
            decision.id,
            JSON.stringify(vote),
            resultat.statut,
            vote.le,
            vote.auteur,
            identite.sujet,
          ],
        );
        await annoncer(sql, seance.id, decision.id);
        return null;
      });
    },
  };
}

/** Writes a content as the next version, which nobody has validated or voted yet. */
export async function reecrire(
  sql: SqlWriter,
  identite: Identite,
  { id, regle, seance }: Pick<Decision, 'id' | 'regle' | 'seance'>,
  contenu: ContenuDecision,
): Promise<void> {
  const requises = validationsRequises(regle, contenu.sujets);
  await sql.query(
    `UPDATE decision SET texte = $2, texte_cle = $3, responsable = $4, fonction_responsable = $5,
       echeance = $6::date, engagement = $7, sujets = $8::text[], empreinte = $9,
       requises = $10::text[], attendues = $10::text[], statut = 'EN_ATTENTE', vote = NULL,
       adoptee_le = NULL, version = version + 1, auteur = $11, auteur_sujet = $12,
       modifie_le = now()
     WHERE id = $1`,
    [
      id,
      ...colonnes(contenu),
      empreinteDecision({ id, ...contenu }),
      requises,
      auteurDe(identite),
      identite.sujet,
    ],
  );
  // A text that comes back finds the validations that it had.
  await recalculerDecision(sql, id, new Date().toISOString());
  await recalculerReleve(sql, seance);
  await annoncer(sql, seance, id);
}

function colonnes({
  texte,
  responsable,
  fonctionResponsable,
  echeance,
  engagement,
  sujets,
}: ContenuDecision) {
  return [
    texte,
    normaliserNom(texte),
    responsable,
    fonctionResponsable,
    echeance,
    engagement,
    sujets,
  ] as const;
}
