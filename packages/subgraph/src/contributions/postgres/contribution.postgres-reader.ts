import { finDuJour } from '../../database/fin-du-jour.js';
import { toSlice } from '../../pagination/page.js';
import type { Contribution } from '../domain/contribution.js';
import type { ContributionReader } from '../domain/contribution.reader.js';

/** Of the view `contribution`, under the alias `c`. */
export const CONTRIBUTION_COLUMNS = `c.engagement, c.version, c.avancement, c.meteo, c.commentaire, c.preuve,
  c.visibilite, c.auteur, c.modifie_le AS "modifieLe", c.etat, c.publie_le AS "publieLe",
  c.demonstration`;

export const contributionPostgresReader: ContributionReader = {
  courante: {
    cacheKey: (engagement) => engagement,
    async read(sql, engagements) {
      const rows = await sql.query<Contribution>({
        name: 'contributions-courantes',
        text: `SELECT DISTINCT ON (c.engagement) ${CONTRIBUTION_COLUMNS} FROM contribution c
               WHERE c.engagement = ANY($1::text[])
               ORDER BY c.engagement, c.version DESC`,
        values: [engagements],
      });
      return byEngagement(engagements, rows);
    },
  },

  publiee: {
    cacheKey: (engagement) => engagement,
    async read(sql, engagements) {
      const rows = await sql.query<Contribution>({
        name: 'contributions-publiees',
        text: `SELECT DISTINCT ON (c.engagement) ${CONTRIBUTION_COLUMNS} FROM contribution c
               WHERE c.engagement = ANY($1::text[]) AND c.etat = 'PUBLIEE'
               ORDER BY c.engagement, c.version DESC`,
        values: [engagements],
      });
      return byEngagement(engagements, rows);
    },
  },

  auJour: {
    cacheKey: (engagement) => engagement,
    async read(sql, engagements, le) {
      // From the publications, not from the versions: one look-up per engagement, however many
      // versions came after that day.
      const rows = await sql.query<Contribution>({
        name: 'contributions-au-jour',
        text: `SELECT ${CONTRIBUTION_COLUMNS}
               FROM unnest($1::text[]) AS k (engagement)
               CROSS JOIN LATERAL (
                 SELECT a.version FROM contribution_acte a
                 WHERE a.engagement = k.engagement AND a.acte = 'PUBLIER'
                   AND a.fait_le < ${finDuJour('$2')}
                 ORDER BY a.fait_le DESC, a.version DESC
                 LIMIT 1
               ) p
               JOIN contribution c ON c.engagement = k.engagement AND c.version = p.version`,
        values: [engagements, le],
      });
      return byEngagement(engagements, rows);
    },
  },

  parCle: {
    cacheKey: ({ engagement, version }) => `${engagement}/${version}`,
    async read(sql, cles) {
      const rows = await sql.query<Contribution>({
        name: 'contributions-par-cle',
        text: `SELECT ${CONTRIBUTION_COLUMNS}
               FROM unnest($1::text[], $2::int[]) AS k (engagement, version)
               JOIN contribution c ON c.engagement = k.engagement AND c.version = k.version`,
        values: [cles.map((cle) => cle.engagement), cles.map((cle) => cle.version)],
      });
      const byKey = new Map(rows.map((row) => [`${row.engagement}/${row.version}`, row]));
      return cles.map(({ engagement, version }) => byKey.get(`${engagement}/${version}`) ?? null);
    },
  },

  historique: {
    cacheKey: (engagement) => engagement,
    async read(sql, engagements, { page, le }) {
      const rows = await sql.query<Contribution>({
        name: 'contributions-historique',
        text: `SELECT h.*
               FROM unnest($1::text[]) AS k (engagement)
               CROSS JOIN LATERAL (
                 SELECT ${CONTRIBUTION_COLUMNS} FROM contribution c
                 WHERE c.engagement = k.engagement AND c.version < $2::int
                   AND ($4::date IS NULL OR c.publie_le < ${finDuJour('$4')})
                 ORDER BY c.version DESC
                 LIMIT $3
               ) h
               ORDER BY h.engagement, h.version DESC`,
        values: [engagements, page.after?.[0] ?? NEWEST, page.first + 1, le],
      });
      const grouped = Map.groupBy(rows, (row) => row.engagement);
      return engagements.map((engagement) => toSlice(grouped.get(engagement) ?? [], page.first));
    },
  },
};

/** Above every version number: a page without cursor begins at the newest. */
const NEWEST = 2 ** 31 - 1;

function byEngagement(
  engagements: readonly string[],
  rows: readonly Contribution[],
): readonly (Contribution | null)[] {
  const found = new Map(rows.map((row) => [row.engagement, row]));
  return engagements.map((engagement) => found.get(engagement) ?? null);
}
