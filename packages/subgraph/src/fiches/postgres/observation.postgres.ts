import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import { toSlice } from '../../pagination/page.js';
import { MOUVEMENT_OBSERVATION } from '../domain/mouvement-fiche.js';
import type { Connue, ObservationJournal } from '../domain/observation.journal.js';
import type { Observation, ObservationReader } from '../domain/observation.js';

const COLUMNS = `o.id, o.fiche, o.texte, o.auteur, o.ecrite_le AS "ecriteLe", o.demonstration`;
const KEPT = `NOT EXISTS (SELECT FROM observation_retrait r WHERE r.observation = o.id)`;
/** Above every identifier: a page without cursor begins at the newest. */
const LARGEST = 2 ** 31 - 1;

export const observationPostgresReader: ObservationReader = {
  parFiche: {
    cacheKey: (fiche) => fiche,
    async read(sql, fiches, page) {
      const rows = await sql.query<Observation>({
        name: 'observations-par-fiche',
        text: `SELECT h.* FROM unnest($1::text[]) AS k (fiche)
               CROSS JOIN LATERAL (
                 SELECT ${COLUMNS} FROM observation o
                 WHERE o.fiche = k.fiche AND o.id < $2::int AND ${KEPT}
                 ORDER BY o.id DESC
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
      const rows = await sql.query<Observation>({
        name: 'observations-par-id',
        text: `SELECT ${COLUMNS} FROM observation o WHERE o.id = ANY($1::int[]) AND ${KEPT}`,
        values: [ids],
      });
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    },
  },
};

/** Nature of the act by which the fiche's own house learns that it was observed. */
const OBSERVATION_ECRITE = 'OBSERVATION_ECRITE';

/** @param deps.demonstration - whether what is written is demonstration data, and must say so */
export function observationPostgresJournal(deps: {
  database: Database;
  actes: JournalDesActes;
  demonstration: boolean;
}): ObservationJournal {
  const { database, actes, demonstration } = deps;
  return {
    add: (identite, { fiche, texte }, { auteur, cleIdempotence, empreinteDemande }) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const [added] = await sql.query<Connue>(
          `INSERT INTO observation (fiche, texte, auteur, auteur_sujet, cle_idempotence,
             empreinte_demande, demonstration)
           VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (cle_idempotence) DO NOTHING
           RETURNING id, empreinte_demande AS "empreinteDemande"`,
          [
            fiche,
            texte,
            auteur.affiche,
            auteur.sujet,
            cleIdempotence,
            empreinteDemande,
            demonstration,
          ],
        );
        if (added) {
          await sql.query('INSERT INTO mouvement (nature, charge) VALUES ($1, $2)', [
            MOUVEMENT_OBSERVATION,
            JSON.stringify({ id: added.id, fiche }),
          ]);
          const charge = { observation: added.id };
          await actes.signer(sql, identite, { nature: OBSERVATION_ECRITE, sujet: fiche, charge });
          return added;
        }
        const [known] = await sql.query<Connue>(
          `SELECT id, empreinte_demande AS "empreinteDemande" FROM observation
           WHERE cle_idempotence = $1`,
          [cleIdempotence],
        );
        if (!known) throw new Error('a key in use names an observation');
        return known;
      }),

    takeBack: (identite, id, { auteur }) =>
      database.write(identite, async (manager) => {
        const taken = await sqlWriterOf(manager).query(
          `INSERT INTO observation_retrait (observation, auteur, auteur_sujet)
           SELECT o.id, $2, $3 FROM observation o WHERE o.id = $1 AND o.auteur_sujet = $3
           ON CONFLICT (observation) DO NOTHING
           RETURNING observation`,
          [id, auteur.affiche, auteur.sujet],
        );
        return taken.length > 0;
      }),
  };
}
