import type { Partenaire } from '@passerelle/identity';
import { z } from 'zod';
import type { JournalDesActes, Reaction } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import type { ReponseJournal } from '../domain/reponse.store.js';
import { parseValeurId } from '../domain/valeur-id.js';
import { CONTRE_PROPOSITION_PUBLIEE } from './contre-proposition.postgres.js';

const CONTRE_PROPOSITION_REPONDUE = 'CONTRE_PROPOSITION_REPONDUE';

const proposee = z.object({
  valeur: z.string().max(120),
  version: z.number().int().positive().max(2_000_000_000),
});
const repondue = proposee.extend({ a: z.string().max(30) });

/** Keeps that another house proposed a figure beside one of this house's; and that it was answered. */
export function reactionsAuxContrePropositions(
  maison: Partenaire,
): Readonly<Record<string, Reaction>> {
  return {
    async [CONTRE_PROPOSITION_PUBLIEE](acte, sql) {
      const lue = proposee.safeParse(acte.charge);
      if (!lue.success || acte.partenaire === maison) return;
      // Another house's figure is another house's business.
      if (parseValeurId(maison, lue.data.valeur) === null) return;
      await sql.query(
        `INSERT INTO contre_proposition_recue (valeur, maison, version, auteur, faite_le)
         VALUES ($1, $2, $3, $4, $5::timestamptz)
         ON CONFLICT (valeur, maison) DO UPDATE
           SET version = excluded.version, auteur = excluded.auteur, faite_le = excluded.faite_le,
               repondue = false
           WHERE excluded.version > contre_proposition_recue.version`,
        [lue.data.valeur, acte.partenaire, lue.data.version, acte.auteur, acte.faitLe],
      );
    },
    async [CONTRE_PROPOSITION_REPONDUE](acte, sql) {
      const lue = repondue.safeParse(acte.charge);
      if (!lue.success || acte.partenaire !== maison) return;
      await sql.query(
        `UPDATE contre_proposition_recue SET repondue = true
         WHERE valeur = $1 AND maison = $2 AND version = $3`,
        [lue.data.valeur, lue.data.a, lue.data.version],
      );
    },
  };
}

export function reponsePostgresJournal(
  maison: Partenaire,
  database: Database,
  actes: JournalDesActes,
): ReponseJournal {
  return {
    repondre: (identite, reponse) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const { valeur, maison: proposante, version, issue, cleIdempotence } = reponse;
        const locks = [`contre-proposition:${valeur}`];
        if (cleIdempotence !== null) locks.unshift(`cle:${cleIdempotence}`);
        for (const lock of locks) {
          await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
        }
        const [connue] = await sql.query<{ empreinte: string }>(
          `SELECT empreinte_demande AS empreinte FROM contre_proposition_reponse
           WHERE cle_idempotence = $1`,
          [cleIdempotence],
        );
        if (connue) {
          return connue.empreinte === reponse.empreinteDemande
            ? 'fait'
            : 'CLE_IDEMPOTENCE_REUTILISEE';
        }
        const [recue] = await sql.query<{ version: number; repondue: boolean }>(
          `SELECT version, repondue FROM contre_proposition_recue
           WHERE valeur = $1 AND maison = $2`,
          [valeur, proposante],
        );
        if (!recue) return 'CONTRE_PROPOSITION_INCONNUE';
        if (recue.version !== version) return 'VERSION_DEPASSEE';
        if (recue.repondue) return 'DEJA_REPONDUE';
        await sql.query(
          `INSERT INTO contre_proposition_reponse (valeur, maison, version, issue, motif, auteur,
             auteur_sujet, demonstration, cle_idempotence, empreinte_demande)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            valeur,
            proposante,
            version,
            issue,
            reponse.motif,
            reponse.auteur.affiche,
            reponse.auteur.sujet,
            reponse.demonstration,
            cleIdempotence,
            reponse.empreinteDemande,
          ],
        );
        const cle = parseValeurId(maison, valeur);
        await actes.signer(sql, identite, {
          nature: CONTRE_PROPOSITION_REPONDUE,
          sujet: `${maison}:${cle?.indicateur ?? ''}`,
          charge: {
            valeur,
            version,
            a: proposante,
            issue,
            libelle: reponse.libelle,
            periode: cle?.periode ?? '',
            territoires: cle ? [`${cle.maille}:${cle.territoire}`] : [],
          },
        });
        return 'fait';
      }),
  };
}
