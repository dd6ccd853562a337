import type { ContributionImportReader } from '../domain/contribution-import.reader.js';
import type { ImportContributions } from '../domain/import.js';

export const IMPORT = `SELECT i.id, i.auteur, i.fait_le AS "faitLe", a.annule_le AS "annuleLe",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('engagement', v.engagement, 'version', v.version)
              ORDER BY v.engagement), '[]')
     FROM contribution_import_version v WHERE v.import = i.id) AS versions
  FROM contribution_import i
  LEFT JOIN contribution_import_annulation a ON a.import = i.id`;

export const contributionImportPostgresReader: ContributionImportReader = {
  parId: {
    cacheKey: (id) => id,
    async read(sql, ids) {
      const rows = await sql.query<ImportContributions>({
        name: 'imports-par-id',
        text: `${IMPORT} WHERE i.id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  async dernier(sql) {
    const [row] = await sql.query<ImportContributions>({
      name: 'import-dernier',
      text: `${IMPORT} ORDER BY i.fait_le DESC, i.id LIMIT 1`,
      values: [],
    });
    return row ?? null;
  },
};
