import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import type { ContrePropositionJournal } from '../domain/indicateur.journal.js';
import type { ContreProposition } from '../domain/indicateur.js';
import type { ContrePropositionReader } from '../domain/indicateur.reader.js';

const COLUMNS = `c.valeur, c.version, c.proposee, c.motif, c.methode, c.auteur,
  c.faite_le AS "faiteLe", c.demonstration`;

export const contrePropositionPostgresReader: ContrePropositionReader = {
  parValeur: {
    cacheKey: (valeur) => valeur,
    async read(sql, valeurs) {
      const rows = await sql.query<ContreProposition>({
        name: 'contre-propositions-courantes',
        text: `SELECT DISTINCT ON (c.valeur) ${COLUMNS} FROM contre_proposition c
               WHERE c.valeur = ANY($1::text[]) ORDER BY c.valeur, c.version DESC`,
        values: [valeurs],
      });
      const found = new Map(rows.map((row) => [row.valeur, row]));
      return valeurs.map((valeur) => found.get(valeur) ?? null);
    },
  },

  parCle: {
    cacheKey: ({ valeur, version }) => `${valeur}/${version}`,
    async read(sql, cles) {
      const rows = await sql.query<ContreProposition>({
        name: 'contre-propositions-par-cle',
        text: `SELECT ${COLUMNS} FROM unnest($1::text[], $2::int[]) AS k (valeur, version)
               JOIN contre_proposition c ON c.valeur = k.valeur AND c.version = k.version`,
        values: [cles.map((cle) => cle.valeur), cles.map((cle) => cle.version)],
      });
      const found = new Map(rows.map((row) => [`${row.valeur}/${row.version}`, row]));
      return cles.map(({ valeur, version }) => found.get(`${valeur}/${version}`) ?? null);
    },
  },
};

export const CONTRE_PROPOSITION_PUBLIEE = 'CONTRE_PROPOSITION_PUBLIEE';

export function contrePropositionPostgresJournal(
  database: Database,
  actes: JournalDesActes,
): ContrePropositionJournal {
  return {
    proposer: (identite, proposition) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const { valeur, cleIdempotence, versionAttendue } = proposition;
        if (cleIdempotence !== null) {
          await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
            `cle:${cleIdempotence}`,
          ]);
        }
        await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `contre-proposition:${valeur}`,
        ]);
        const [connue] = await sql.query<{ version: number; empreinte: string }>(
          `SELECT version, empreinte_demande AS empreinte FROM contre_proposition
           WHERE cle_idempotence = $1`,
          [cleIdempotence],
        );
        if (connue) {
          return connue.empreinte === proposition.empreinteDemande
            ? { version: connue.version }
            : { refus: 'CLE_IDEMPOTENCE_REUTILISEE' };
        }
        const [maison = '', indicateur = '', maille = '', territoire = '', periode = ''] =
          valeur.split(':');
        const [lieu] = await sql.query('SELECT FROM territoire WHERE maille = $1 AND code = $2', [
          maille,
          territoire,
        ]);
        if (!lieu) return { refus: 'TERRITOIRE_INCONNU' };
        const [derniere] = await sql.query<{ version: number }>(
          `SELECT coalesce(max(version), 0) AS version FROM contre_proposition WHERE valeur = $1`,
          [valeur],
        );
        const avant = derniere?.version ?? 0;
        if (versionAttendue !== null && versionAttendue !== avant) {
          return { refus: 'VERSION_DEPASSEE' };
        }
        await sql.query(
          `INSERT INTO contre_proposition (valeur, version, proposee, motif, methode, auteur,
             auteur_sujet, demonstration, cle_idempotence, empreinte_demande)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [
            valeur,
            avant + 1,
            proposition.proposee,
            proposition.motif,
            proposition.methode,
            proposition.auteur.affiche,
            proposition.auteur.sujet,
            proposition.demonstration,
            cleIdempotence,
            proposition.empreinteDemande,
          ],
        );
        // The owner's house follows it: its agents learn that another figure is proposed.
        await actes.signer(sql, identite, {
          nature: CONTRE_PROPOSITION_PUBLIEE,
          sujet: `${maison}:${indicateur}`,
          charge: {
            valeur,
            version: avant + 1,
            libelle: proposition.libelle,
            periode,
            territoires: [`${maille}:${territoire}`],
          },
        });
        return { version: avant + 1 };
      }),
  };
}
