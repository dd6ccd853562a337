import {
  CHANTIERS,
  COMMUNIQUE_FONDATEUR,
  DIVERGENCES,
  DOCUMENTS,
  FRISE,
  PRINCIPES,
  REFERENCES_ENGAGEMENTS,
} from '@passerelle/demo-data';
import { MAISONS, type SqlWriter } from '@passerelle/subgraph';

/** Facts with their sources, whoever runs the platform; once. */
export async function seedMemoire(sql: SqlWriter): Promise<void> {
  const [deja] = await sql.query('SELECT FROM texte_numerote LIMIT 1');
  if (deja) return;
  const fiches = [
    ...FRISE.map((etape) => ({
      genre: 'FRISE',
      id: etape.id,
      rang: etape.le,
      contenu: {
        ...etape,
        partenaires: etape.partenaires.map((partenaire) => MAISONS[partenaire].symbole),
      },
    })),
    ...DOCUMENTS.map((document) => ({
      genre: 'DOCUMENT',
      id: document.id,
      rang: document.le,
      contenu: document,
    })),
    ...DIVERGENCES.map((divergence, index) => ({
      genre: 'DIVERGENCE',
      id: divergence.id,
      rang: String(index).padStart(3, '0'),
      contenu: divergence,
    })),
    {
      genre: 'COMMUNIQUE',
      id: COMMUNIQUE_FONDATEUR.id,
      rang: COMMUNIQUE_FONDATEUR.le,
      contenu: COMMUNIQUE_FONDATEUR,
    },
  ];
  await sql.query(
    `INSERT INTO memoire_fiche (genre, id, rang, contenu)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[])`,
    [
      fiches.map((fiche) => fiche.genre),
      fiches.map((fiche) => fiche.id),
      fiches.map((fiche) => fiche.rang),
      fiches.map((fiche) => JSON.stringify(fiche.contenu)),
    ],
  );
  for (const [genre, textes] of [
    ['PRINCIPE', PRINCIPES],
    ['CHANTIER', CHANTIERS],
  ] as const) {
    await sql.query(
      `INSERT INTO texte_numerote (genre, numero, libelle, source)
       SELECT $1, * FROM unnest($2::int[], $3::text[], $4::jsonb[])`,
      [
        genre,
        textes.map(({ numero }) => numero),
        textes.map(({ libelle }) => libelle),
        textes.map(({ source }) => (source === null ? null : JSON.stringify(source))),
      ],
    );
  }
}

/** What the demonstration's engagements answer to; once. */
export async function seedReferencesEngagements(sql: SqlWriter): Promise<void> {
  const [deja] = await sql.query('SELECT FROM references_engagement LIMIT 1');
  if (deja) return;
  for (const { engagement, principes, chantiers, documents } of REFERENCES_ENGAGEMENTS) {
    await sql.query(
      `INSERT INTO references_engagement
         (engagement, version, principes, chantiers, documents, auteur, demonstration)
       VALUES ($1, 1, $2::int[], $3::int[], $4::text[], 'Secrétariat du SPER', true)`,
      [engagement, principes, chantiers, documents],
    );
  }
}
