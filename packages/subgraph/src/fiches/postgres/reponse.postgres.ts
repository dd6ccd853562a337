import type { Partenaire } from '@passerelle/identity';
import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import { toSlice } from '../../pagination/page.js';
import { ficheId } from '../domain/fiche-id.js';
import { MOUVEMENT_OBSERVATION } from '../domain/mouvement-fiche.js';
import type { Connue } from '../domain/observation.journal.js';
import type { Reponse, ReponseJournal, ReponseReader } from '../domain/reponse.js';

const COLUMNS = `r.id, r.fiche, r.observation, r.texte, r.auteur, r.ecrite_le AS "ecriteLe",
  r.demonstration`;
/** Above every identifier: a page without cursor begins at the newest. */
const LARGEST = 2 ** 31 - 1;
/** Nature of the act by which the house that observed learns that it was answered. */
const OBSERVATION_REPONDUE = 'OBSERVATION_REPONDUE';

export const reponsePostgresReader: ReponseReader = {
  parFiche: {
    cacheKey: String,
    async read(sql, fiches, page) {
      const rows = await sql.query<Reponse>({
        name: 'reponses-par-fiche',
        text: `SELECT h.* FROM unnest($1::int[]) AS k (fiche)
               CROSS JOIN LATERAL (
                 SELECT ${COLUMNS} FROM observation_reponse r
                 WHERE r.fiche = k.fiche AND r.id < $2::int AND NOT EXISTS (
                   SELECT FROM observation_reponse plus_recente
                   WHERE plus_recente.fiche = r.fiche
                     AND plus_recente.observation = r.observation AND plus_recente.id > r.id)
                 ORDER BY r.id DESC
                 LIMIT $3
               ) h
               ORDER BY h.id DESC`,
        values: [fiches, page.after?.[0] ?? LARGEST, page.first + 1],
      });
      const grouped = Map.groupBy(rows, ({ fiche }) => fiche);
      return fiches.map((fiche) => toSlice(grouped.get(fiche) ?? [], page.first));
    },
  },

  parId: {
    cacheKey: String,
    async read(sql, ids) {
      const rows = await sql.query<Reponse>({
        name: 'reponses-par-id',
        text: `SELECT ${COLUMNS} FROM observation_reponse r WHERE r.id = ANY($1::int[])`,
        values: [ids],
      });
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
  },
};

/** @param deps.demonstration - whether what is written is demonstration data, and must say so */
export function reponsePostgresJournal(deps: {
  maison: Partenaire;
  database: Database;
  actes: JournalDesActes;
  demonstration: boolean;
}): ReponseJournal {
  const { maison, database, actes, demonstration } = deps;
  return {
    add: (identite, reponse, { auteur, cleIdempotence, empreinteDemande }) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const { fiche, observation, texte } = reponse;
        const [added] = await sql.query<Connue>(
          `INSERT INTO observation_reponse (fiche, observation, texte, auteur, auteur_sujet,
             cle_idempotence, empreinte_demande, demonstration)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (cle_idempotence) DO NOTHING
           RETURNING id, empreinte_demande AS "empreinteDemande"`,
          [
            fiche,
            observation,
            texte,
            auteur.affiche,
            auteur.sujet,
            cleIdempotence,
            empreinteDemande,
            demonstration,
          ],
        );
        if (added) {
          const sujet = ficheId(maison, fiche);
          await sql.query('INSERT INTO mouvement (nature, charge) VALUES ($1, $2)', [
            MOUVEMENT_OBSERVATION,
            JSON.stringify({ id: added.id, fiche: sujet }),
          ]);
          const charge = { observation };
          await actes.signer(sql, identite, { nature: OBSERVATION_REPONDUE, sujet, charge });
          return added;
        }
        const [known] = await sql.query<Connue>(
          `SELECT id, empreinte_demande AS "empreinteDemande" FROM observation_reponse
           WHERE cle_idempotence = $1`,
          [cleIdempotence],
        );
        if (!known) throw new Error('a key in use names an answer');
        return known;
      }),
  };
}
