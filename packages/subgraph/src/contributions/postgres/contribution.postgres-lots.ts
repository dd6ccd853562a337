import type { JournalDesActes } from '../../actes/domain/acte.js';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import { readRetires } from '../../texte-commun/index.js';
import type { OpenJournal } from '../domain/contribution.journal.js';
import type { Contribution } from '../domain/contribution.js';
import type { ContributionLots, ImportConnu, OpenLot } from '../domain/contribution.lots.js';
import type { ImportContributions } from '../domain/import.js';
import { lock, type Ouverture, openJournal } from './contribution.postgres-journal.js';
import { CONTRIBUTION_COLUMNS } from './contribution.postgres-reader.js';
import { IMPORT } from './contribution-import.postgres-reader.js';

/** @param actes - where publications are signed; null tells the other houses nothing */
export function contributionPostgresLots(
  database: Database,
  actes: JournalDesActes | null,
): ContributionLots {
  return {
    open: (identite, { engagements, cleIdempotence }, act) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        if (cleIdempotence !== null) await lock(sql, `cle:${cleIdempotence}`);
        const rows = await sql.query<{ code: string }>(
          'SELECT code FROM engagement WHERE code = ANY($1::text[]) ORDER BY code',
          [[...new Set(engagements)]],
        );
        const connus = rows.map(({ code }) => code);
        await lockAll(sql, connus);
        return act(openLot({ manager, sql, identite, actes }, connus));
      }),

    openImport: (identite, id, act) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        await lock(sql, `import:${id}`);
        const [fait] = await sql.query<ImportContributions>(`${IMPORT} WHERE i.id = $1`, [id]);
        if (!fait) return act(null);
        await lockAll(
          sql,
          fait.versions.map(({ engagement }) => engagement),
        );
        return act({
          fait,
          estRepris: () => estRepris(sql, id),
          journal: (engagement) => openJournal({ manager, sql, identite, actes }, engagement),
          async addAnnulation({ sujet, affiche }) {
            await sql.query(
              `INSERT INTO contribution_import_annulation (import, auteur, auteur_sujet)
               VALUES ($1, $2, $3)`,
              [id, affiche, sujet],
            );
          },
        });
      }),
  };
}

/** Always in this order, so that two writers never wait for each other. */
async function lockAll(sql: SqlWriter, engagements: readonly string[]): Promise<void> {
  for (const engagement of engagements.toSorted()) await lock(sql, `engagement:${engagement}`);
}

function openLot(ouverture: Ouverture, connus: readonly string[]): OpenLot {
  const { sql } = ouverture;
  return {
    connus: new Set(connus),
    journal: (engagement): OpenJournal => openJournal(ouverture, engagement),

    retires: (jour) => readRetires(sql, connus, jour),

    async courantes() {
      const rows = await sql.query<Contribution>(
        `SELECT DISTINCT ON (c.engagement) ${CONTRIBUTION_COLUMNS} FROM contribution c
         WHERE c.engagement = ANY($1::text[]) ORDER BY c.engagement, c.version DESC`,
        [connus],
      );
      return new Map(rows.map((row) => [row.engagement, row]));
    },

    async importParCle(cleIdempotence) {
      const [row] = await sql.query<ImportConnu>(
        `SELECT t.*, e.empreinte_demande AS "empreinteDemande"
         FROM contribution_import e JOIN (${IMPORT}) t ON t.id = e.id
         WHERE e.cle_idempotence = $1`,
        [cleIdempotence],
      );
      return row ?? null;
    },

    async addImport({ id, cleIdempotence, empreinteDemande, auteur }, versions) {
      await sql.query(
        `INSERT INTO contribution_import
           (id, auteur, auteur_sujet, cle_idempotence, empreinte_demande)
         VALUES ($1, $2, $3, $4, $5)`,
        [id, auteur.affiche, auteur.sujet, cleIdempotence, empreinteDemande],
      );
      await sql.query(
        `INSERT INTO contribution_import_version (import, engagement, version)
         SELECT $1, * FROM unnest($2::text[], $3::int[])`,
        [id, versions.map(({ engagement }) => engagement), versions.map(({ version }) => version)],
      );
    },
  };
}

/** Later versions, or acts on these: whoever did it must not lose it. */
async function estRepris(sql: SqlWriter, id: string): Promise<boolean> {
  const [row] = await sql.query<{ repris: boolean }>(
    `SELECT EXISTS (
       SELECT FROM contribution_import_version i
       WHERE i.import = $1 AND (
         EXISTS (SELECT FROM contribution_version v
                 WHERE v.engagement = i.engagement AND v.version > i.version)
         OR EXISTS (SELECT FROM contribution_acte a
                    WHERE a.engagement = i.engagement AND a.version = i.version
                      AND a.acte <> 'MODIFIER'))
     ) AS repris`,
    [id],
  );
  return row?.repris ?? true;
}
