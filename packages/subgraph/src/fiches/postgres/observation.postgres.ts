import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import { toSlice } from '../../pagination/page.js';
import type { Trace } from '../domain/fiche.journal.js';
import { MOUVEMENT_OBSERVATION } from '../domain/mouvement-fiche.js';
import type {
  Connue,
  ObservationJournal,
  ObservationOuverte,
} from '../domain/observation.journal.js';
import type { Observation, ObservationReader } from '../domain/observation.js';

/** Of `observation` called `o`: its last text, the former ones, and whether it still stands. */
const COLUMNS = `o.id, o.fiche, coalesce(c.version, 1) AS version,
  coalesce(c.texte, o.texte) AS texte, o.auteur, o.auteur_sujet AS "auteurSujet",
  o.ecrite_le AS "ecriteLe", c.corrigee_le AS "corrigeeLe", r.retiree_le AS "retireeLe",
  CASE WHEN c.version IS NULL THEN '[]' ELSE (
    SELECT jsonb_agg(jsonb_build_object('texte', a.texte, 'ecritLe', a.ecrit_le)
                     ORDER BY a.version DESC)
    FROM (SELECT 1 AS version, o.texte, o.ecrite_le AS ecrit_le
          UNION ALL
          SELECT version, texte, corrigee_le FROM observation_correction
          WHERE observation = o.id AND version < c.version) a) END AS "anciensTextes",
  o.demonstration`;
const FROM = `observation o
  LEFT JOIN observation_retrait r ON r.observation = o.id
  LEFT JOIN LATERAL (
    SELECT version, texte, corrigee_le FROM observation_correction
    WHERE observation = o.id ORDER BY version DESC LIMIT 1) c ON true`;
/** Above every identifier: a page without cursor begins at the newest. */
const LARGEST = 2 ** 31 - 1;

export const observationPostgresReader: ObservationReader = {
  parFiche: {
    cacheKey: (fiche) => fiche,
    async read(sql, fiches, page) {
      const rows = await sql.query<ObservationRow>({
        name: 'observations-par-fiche',
        text: `SELECT h.* FROM unnest($1::text[]) AS k (fiche)
               CROSS JOIN LATERAL (
                 SELECT ${COLUMNS} FROM ${FROM}
                 WHERE o.fiche = k.fiche AND o.id < $2::int
                 ORDER BY o.id DESC
                 LIMIT $3
               ) h
               ORDER BY h.id DESC`,
        values: [fiches, page.after?.[0] ?? LARGEST, page.first + 1],
      });
      const grouped = Map.groupBy(rows, ({ fiche }) => fiche);
      return fiches.map((fiche) =>
        toSlice((grouped.get(fiche) ?? []).map(toObservation), page.first),
      );
    },
  },

  parId: {
    cacheKey: String,
    async read(sql, ids) {
      const rows = await sql.query<ObservationRow>({
        name: 'observations-par-id',
        text: `SELECT ${COLUMNS} FROM ${FROM} WHERE o.id = ANY($1::int[])`,
        values: [ids],
      });
      const found = new Map(rows.map((row) => [row.id, toObservation(row)]));
      return ids.map((id) => found.get(id) ?? null);
    },
  },
};

/** Dates inside JSON come as text. */
type ObservationRow = Omit<Observation, 'anciensTextes'> & {
  anciensTextes: readonly { texte: string; ecritLe: string }[];
};

function toObservation(row: ObservationRow): Observation {
  return {
    ...row,
    anciensTextes: row.anciensTextes.map(({ texte, ecritLe }) => ({
      texte,
      ecritLe: new Date(ecritLe),
    })),
  };
}

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

    openOwn: (identite, id, trace, act) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const { auteur, cleIdempotence } = trace;
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('observation:' || $1, 0))`, [
          id,
        ]);
        const [connue] = await sql.query<Connue>(
          `SELECT observation AS id, empreinte_demande AS "empreinteDemande"
           FROM observation_correction WHERE cle_idempotence = $1`,
          [cleIdempotence],
        );
        if (connue) return { connue };
        const [sienne] = await sql.query<{ version: number; fiche: string }>(
          `SELECT o.fiche, coalesce((SELECT max(version) FROM observation_correction
                                     WHERE observation = o.id), 1) AS version
           FROM observation o
           WHERE o.id = $1 AND o.auteur_sujet = $2 AND NOT EXISTS (
             SELECT FROM observation_retrait r WHERE r.observation = o.id)`,
          [id, auteur.sujet],
        );
        return { fait: await act(sienne ? ouverte(sql, id, sienne, trace) : null) };
      }),
  };
}

/** The record of one observation, inside a transaction that holds its lock. */
function ouverte(
  sql: SqlWriter,
  id: number,
  { version, fiche }: { version: number; fiche: string },
  { auteur, cleIdempotence, empreinteDemande }: Trace,
): ObservationOuverte {
  const announce = (): Promise<unknown> =>
    sql.query('INSERT INTO mouvement (nature, charge) VALUES ($1, $2)', [
      MOUVEMENT_OBSERVATION,
      JSON.stringify({ id, fiche }),
    ]);
  return {
    version,
    async replace(texte) {
      await sql.query(
        `INSERT INTO observation_correction (observation, version, texte, auteur_sujet,
           cle_idempotence, empreinte_demande)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, version + 1, texte, auteur.sujet, cleIdempotence, empreinteDemande],
      );
      await announce();
    },
    async takeBack() {
      await sql.query(
        `INSERT INTO observation_retrait (observation, auteur, auteur_sujet) VALUES ($1, $2, $3)`,
        [id, auteur.affiche, auteur.sujet],
      );
      await announce();
    },
  };
}
