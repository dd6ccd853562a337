import type { ContributionDemonstration } from '@passerelle/demo-data';
import type { Seed } from '../../database/database.js';
import type { SqlWriter } from '../../database/sql-writer.js';

/** The house's demonstration contributions with their life; once, and only in demonstration. */
export function contributionSeed(contributions: readonly ContributionDemonstration[]): Seed {
  return { name: 'contributions', run: (sql) => seedContributions(sql, contributions) };
}

async function seedContributions(
  sql: SqlWriter,
  contributions: readonly ContributionDemonstration[],
): Promise<void> {
  const [deja] = await sql.query('SELECT FROM contribution_version LIMIT 1');
  if (deja) return;
  const versions = contributions.flatMap(({ engagement, versions: all }) =>
    all.map((version) => ({ ...version, engagement })),
  );
  await sql.query(
    `INSERT INTO contribution_version (engagement, version, avancement, meteo, commentaire, preuve,
       visibilite, auteur, modifie_le, auteur_sujet, demonstration)
     SELECT *, 'demonstration', true FROM unnest($1::text[], $2::int[], $3::int[],
       $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])`,
    [
      versions.map((version) => version.engagement),
      versions.map((version) => version.version),
      versions.map((version) => version.avancement),
      versions.map((version) => version.meteo),
      versions.map((version) => version.commentaire),
      versions.map((version) => version.preuve),
      versions.map((version) => version.visibilite),
      versions.map((version) => version.auteur),
      versions.map((version) => version.modifieLe),
    ],
  );
  const actes = versions
    .flatMap((version) => [
      { ...version, acte: 'MODIFIER', le: version.modifieLe },
      { ...version, acte: 'VALIDER', le: version.valideLe },
      { ...version, acte: 'PUBLIER', le: version.publieLe },
    ])
    .filter((acte) => acte.le !== null);
  await sql.query(
    `INSERT INTO contribution_acte (engagement, version, acte, visibilite, auteur, fait_le,
       auteur_sujet, empreinte_demande)
     SELECT *, 'demonstration', 'demonstration' FROM unnest($1::text[], $2::int[], $3::text[],
       $4::text[], $5::text[], $6::timestamptz[])`,
    [
      actes.map((acte) => acte.engagement),
      actes.map((acte) => acte.version),
      actes.map((acte) => acte.acte),
      actes.map((acte) => acte.visibilite),
      actes.map((acte) => acte.auteur),
      actes.map((acte) => acte.le),
    ],
  );
}
