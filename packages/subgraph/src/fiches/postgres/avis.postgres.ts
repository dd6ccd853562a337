import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import { toSlice } from '../../pagination/page.js';
import type { Avis, AvisJournal, AvisReader } from '../domain/avis.js';
import { MOUVEMENT_AVIS } from '../domain/mouvement-fiche.js';
import type { Connue } from '../domain/observation.journal.js';

const COLUMNS = `a.id, a.fiche, a.organisation, a.sens, a.motif, a.donne_le::text AS "donneLe",
  a.auteur, a.enregistre_le AS "enregistreLe", a.demonstration`;
/** Above every identifier: a page without cursor begins at the newest. */
const LARGEST = 2 ** 31 - 1;

export const avisPostgresReader: AvisReader = {
  parFiche: {
    cacheKey: (fiche) => fiche,
    async read(sql, fiches, page) {
      const rows = await sql.query<Avis>({
        name: 'avis-par-fiche',
        text: `SELECT h.* FROM unnest($1::text[]) AS k (fiche)
               CROSS JOIN LATERAL (
                 SELECT ${COLUMNS} FROM avis a
                 WHERE a.fiche = k.fiche AND a.id < $2::int AND NOT EXISTS (
                   SELECT FROM avis plus_recent
                   WHERE plus_recent.fiche = a.fiche
                     AND plus_recent.organisation = a.organisation AND plus_recent.id > a.id)
                 ORDER BY a.id DESC
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
      const rows = await sql.query<Avis>({
        name: 'avis-par-id',
        text: `SELECT ${COLUMNS} FROM avis a WHERE a.id = ANY($1::int[])`,
        values: [ids],
      });
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
  },
};

/** @param demonstration - whether what is written is demonstration data, and must say so */
export function avisPostgresJournal(database: Database, demonstration: boolean): AvisJournal {
  return {
    add: (identite, avis, { auteur, cleIdempotence, empreinteDemande }) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const [added] = await sql.query<Connue>(
          `INSERT INTO avis (fiche, organisation, sens, motif, donne_le, auteur, auteur_sujet,
             cle_idempotence, empreinte_demande, demonstration)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           ON CONFLICT (cle_idempotence) DO NOTHING
           RETURNING id, empreinte_demande AS "empreinteDemande"`,
          [
            avis.fiche,
            avis.organisation,
            avis.sens,
            avis.motif,
            avis.donneLe,
            auteur.affiche,
            auteur.sujet,
            cleIdempotence,
            empreinteDemande,
            demonstration,
          ],
        );
        if (added) {
          await sql.query('INSERT INTO mouvement (nature, charge) VALUES ($1, $2)', [
            MOUVEMENT_AVIS,
            JSON.stringify({ id: added.id, fiche: avis.fiche }),
          ]);
          return added;
        }
        const [known] = await sql.query<Connue>(
          `SELECT id, empreinte_demande AS "empreinteDemande" FROM avis
           WHERE cle_idempotence = $1`,
          [cleIdempotence],
        );
        if (!known) throw new Error('a key in use names an opinion');
        return known;
      }),
  };
}
