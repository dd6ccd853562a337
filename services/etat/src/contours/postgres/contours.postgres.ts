import { type Database, sqlWriterOf } from '@passerelle/subgraph';
import type { Contours, ContoursJournal, ContoursReader } from '../domain/contours.js';

export const contoursPostgresReader: ContoursReader = {
  enVigueur: {
    cacheKey: (maille) => maille,
    async read(sql, mailles) {
      const rows = await sql.query<Contours>({
        name: 'contours-en-vigueur',
        text: `SELECT DISTINCT ON (maille) maille, version, source, licence, auteur, traces,
                      deposes_le AS "deposesLe"
               FROM contours_reference WHERE maille = ANY($1::text[])
               ORDER BY maille, version DESC`,
        values: [mailles],
      });
      const found = new Map(rows.map((row) => [row.maille, row]));
      return mailles.map((maille) => found.get(maille) ?? null);
    },
  },
};

export function contoursPostgresJournal(database: Database): ContoursJournal {
  return {
    deposer: (identite, depot) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        // Held until the transaction ends: two senders of the same mesh take turns.
        await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `contours:${depot.maille}`,
        ]);
        const [connu] = await sql.query<{ empreinte: string }>(
          'SELECT empreinte FROM contours_reference WHERE cle_idempotence = $1',
          [depot.cleIdempotence],
        );
        if (connu)
          return connu.empreinte === depot.empreinte ? 'FAIT' : 'CLE_IDEMPOTENCE_REUTILISEE';
        const [present] = await sql.query<{ version: number }>(
          'SELECT coalesce(max(version), 0)::int AS version FROM contours_reference WHERE maille = $1',
          [depot.maille],
        );
        const version = present?.version ?? 0;
        if (depot.versionAttendue !== null && depot.versionAttendue !== version) {
          return 'VERSION_DEPASSEE';
        }
        const codes = depot.traces.map(({ code }) => code);
        const connus = await sql.query(
          'SELECT FROM territoire WHERE maille = $1 AND code = ANY($2::text[])',
          [depot.maille, codes],
        );
        if (connus.length < codes.length) return 'CONTOURS_INCONNUS';
        await sql.query(
          `INSERT INTO contours_reference
             (maille, version, source, licence, traces, auteur, cle_idempotence, empreinte)
           VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)`,
          [
            depot.maille,
            version + 1,
            depot.source,
            depot.licence,
            JSON.stringify(depot.traces),
            depot.auteur,
            depot.cleIdempotence,
            depot.empreinte,
          ],
        );
        return 'FAIT';
      }),
  };
}
