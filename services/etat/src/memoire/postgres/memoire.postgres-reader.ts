import type { SqlReader } from '@passerelle/subgraph';
import type {
  Communique,
  Divergence,
  DocumentDeReference,
  EtapeFrise,
  ReferencesEngagement,
  TexteNumerote,
} from '../domain/memoire.js';
import type { MemoireReader } from '../domain/memoire.reader.js';

async function fiches<Fiche>(sql: SqlReader, genre: string): Promise<readonly Fiche[]> {
  const rows = await sql.query<{ contenu: Fiche }>({
    name: 'memoire-fiches',
    text: 'SELECT contenu FROM memoire_fiche WHERE genre = $1 ORDER BY rang, id',
    values: [genre],
  });
  return rows.map(({ contenu }) => contenu);
}

export const memoirePostgresReader: MemoireReader = {
  frise: (sql) => fiches<EtapeFrise>(sql, 'FRISE'),
  divergences: (sql) => fiches<Divergence>(sql, 'DIVERGENCE'),
  communiques: (sql) => fiches<Communique>(sql, 'COMMUNIQUE'),
  documents: {
    cacheKey: (genre) => genre,
    read: (sql, genres) =>
      Promise.all(genres.map((genre) => fiches<DocumentDeReference>(sql, genre))),
  },
  numerotes: {
    cacheKey: (genre) => genre,
    async read(sql, genres) {
      const rows = await sql.query<TexteNumerote & { genre: string }>({
        name: 'textes-numerotes',
        text: `SELECT genre, numero, libelle, source FROM texte_numerote
               WHERE genre = ANY($1::text[]) ORDER BY numero`,
        values: [genres],
      });
      return genres.map((genre) => rows.filter((row) => row.genre === genre));
    },
  },
  referencesDe: {
    cacheKey: (engagement) => engagement,
    async read(sql, engagements) {
      const rows = await sql.query<ReferencesEngagement>({
        name: 'references-engagement',
        text: `SELECT DISTINCT ON (engagement) engagement, version, principes, chantiers, documents,
                 auteur, modifie_le AS "modifieLe", demonstration
               FROM references_engagement WHERE engagement = ANY($1::text[])
               ORDER BY engagement, version DESC`,
        values: [engagements],
      });
      const byCode = new Map(rows.map((row) => [row.engagement, row]));
      return engagements.map((code) => byCode.get(code) ?? null);
    },
  },
};
