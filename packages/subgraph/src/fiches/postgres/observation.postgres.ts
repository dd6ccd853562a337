import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import type { Trace } from '../domain/fiche.journal.js';
import { MOUVEMENT_OBSERVATION } from '../domain/mouvement-fiche.js';
import type {
  Connue,
  ObservationJournal,
  ObservationOuverte,
} from '../domain/observation.journal.js';
import type { Observation, ObservationReader } from '../domain/observation.js';
import { addParole, announceParole, parolesPostgresReader } from './parole.postgres.js';

/** Of `observation` called `p`: its last text, the former ones, and whether it still stands. */
const COLUMNS = `p.id, p.fiche, coalesce(c.version, 1) AS version,
  coalesce(c.texte, p.texte) AS texte, p.auteur, p.auteur_sujet AS "auteurSujet",
  p.ecrite_le AS "ecriteLe", c.corrigee_le AS "corrigeeLe", r.retiree_le AS "retireeLe",
  CASE WHEN c.version IS NULL THEN '[]' ELSE (
    SELECT jsonb_agg(jsonb_build_object('texte', a.texte, 'ecritLe', a.ecrit_le)
                     ORDER BY a.version DESC)
    FROM (SELECT 1 AS version, p.texte, p.ecrite_le AS ecrit_le
          UNION ALL
          SELECT version, texte, corrigee_le FROM observation_correction
          WHERE observation = p.id AND version < c.version) a) END AS "anciensTextes",
  p.demonstration`;
const FROM = `observation p
  LEFT JOIN observation_retrait r ON r.observation = p.id
  LEFT JOIN LATERAL (
    SELECT version, texte, corrigee_le FROM observation_correction
    WHERE observation = p.id ORDER BY version DESC LIMIT 1) c ON true`;

export const observationPostgresReader: ObservationReader = parolesPostgresReader<
  string,
  ObservationRow,
  Observation
>({
  nom: 'observations',
  fiche: 'text',
  colonnes: COLUMNS,
  depuis: FROM,
  lire: toObservation,
});

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
    add: (identite, { fiche, texte }, trace) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        const line = { fiche, texte, demonstration };
        const { connue, ecrite } = await addParole(sql, 'observation', line, trace);
        if (ecrite) {
          const charge = { observation: connue.id };
          await announceParole(sql, MOUVEMENT_OBSERVATION, { id: connue.id, fiche });
          await actes.signer(sql, identite, { nature: OBSERVATION_ECRITE, sujet: fiche, charge });
        }
        return connue;
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
  const announce = (): Promise<void> => announceParole(sql, MOUVEMENT_OBSERVATION, { id, fiche });
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
