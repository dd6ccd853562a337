import type { FicheDemonstration } from '@passerelle/demo-data';
import { normaliserNom } from '@passerelle/reference-data';
import type { Seed } from '../../database/database.js';
import type { SqlWriter } from '../../database/sql-writer.js';

/** The house's demonstration fiches with their life; once, and only in demonstration. */
export function ficheSeed(fiches: () => readonly FicheDemonstration[]): Seed {
  return {
    name: 'fiches action',
    async run(sql) {
      const [deja] = await sql.query('SELECT FROM fiche_version LIMIT 1');
      if (!deja) await seedFiches(sql, fiches());
    },
  };
}

async function seedFiches(sql: SqlWriter, fiches: readonly FicheDemonstration[]): Promise<void> {
  await sql.query(
    `INSERT INTO fiche_version (numero, version, titre, titre_cle, objet, engagement, statut, debut,
       fin, experimental, etapes, budget, visibilite, variante_de, prolonge, evaluation_texte,
       evaluation_le, issue, motif_issue, suite, auteur, modifie_le, auteur_sujet, demonstration)
     SELECT *, 'demonstration', true FROM unnest($1::int[], $2::int[], $3::text[], $4::text[],
       $5::text[], $6::text[], $7::text[], $8::date[], $9::date[], $10::boolean[], $11::jsonb[],
       $12::jsonb[], $13::text[], $14::int[], $15::int[], $16::text[], $17::date[], $18::text[],
       $19::text[], $20::int[], $21::text[], $22::timestamptz[])`,
    [
      fiches.map((fiche) => fiche.numero),
      fiches.map((fiche) => fiche.version),
      fiches.map((fiche) => fiche.titre),
      fiches.map((fiche) => normaliserNom(fiche.titre)),
      fiches.map((fiche) => fiche.objet),
      fiches.map((fiche) => fiche.engagement),
      fiches.map((fiche) => fiche.statut),
      fiches.map((fiche) => fiche.debut),
      fiches.map((fiche) => fiche.fin),
      fiches.map((fiche) => fiche.experimental),
      fiches.map((fiche) => JSON.stringify(fiche.etapes)),
      fiches.map((fiche) => JSON.stringify(fiche.budget)),
      fiches.map((fiche) => fiche.visibilite),
      fiches.map((fiche) => fiche.varianteDe),
      fiches.map((fiche) => fiche.prolonge),
      fiches.map((fiche) => fiche.evaluation?.texte ?? null),
      fiches.map((fiche) => fiche.evaluation?.le ?? null),
      fiches.map((fiche) => fiche.issue),
      fiches.map((fiche) => fiche.motifIssue),
      fiches.map((fiche) => fiche.suite),
      fiches.map((fiche) => fiche.auteur),
      fiches.map((fiche) => fiche.modifieLe),
    ],
  );
  const territoires = fiches.flatMap(({ numero, version, territoires: all }) =>
    all.map((territoire, index) => ({ numero, version, rang: index + 1, ...territoire })),
  );
  await sql.query(
    `INSERT INTO fiche_territoire (numero, version, rang, maille, code)
     SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::text[])`,
    [
      territoires.map((one) => one.numero),
      territoires.map((one) => one.version),
      territoires.map((one) => one.rang),
      territoires.map((one) => one.maille),
      territoires.map((one) => one.code),
    ],
  );
  const actes = fiches.flatMap((fiche) => [
    { ...fiche, acte: 'MODIFIER', le: fiche.modifieLe, sujet: 'demonstration' },
    ...(fiche.validation === null
      ? []
      : [{ ...fiche, ...fiche.validation, acte: 'VALIDER', sujet: 'demonstration-validation' }]),
    ...(fiche.publieLe === null
      ? []
      : [{ ...fiche, acte: 'PUBLIER', le: fiche.publieLe, sujet: 'demonstration' }]),
  ]);
  await sql.query(
    `INSERT INTO fiche_acte (numero, version, acte, visibilite, auteur, fait_le, auteur_sujet,
       empreinte_demande)
     SELECT *, 'demonstration' FROM unnest($1::int[], $2::int[], $3::text[],
       $4::text[], $5::text[], $6::timestamptz[], $7::text[])`,
    [
      actes.map((acte) => acte.numero),
      actes.map((acte) => acte.version),
      actes.map((acte) => acte.acte),
      actes.map((acte) => acte.visibilite),
      actes.map((acte) => acte.auteur),
      actes.map((acte) => acte.le),
      actes.map((acte) => acte.sujet),
    ],
  );
  // Without it the first lists are planned as if the tables were empty.
  await sql.query('ANALYZE fiche_version, fiche_territoire, fiche_acte');
}
