import { loadTerritoires, normaliserNom } from '@passerelle/reference-data';
import type { SqlWriter } from '../../database/sql-writer.js';

const ORDRE = { REGION: 1, DEPARTEMENT: 2, ARRONDISSEMENT: 3, EPCI: 4, COMMUNE: 5 } as const;

/**
 * The territories of one region, in one statement; once.
 *
 * @throws when the database already holds another region: two regions in one database would answer
 *   each other's questions
 */
export async function seedTerritoires(sql: SqlWriter, region: string): Promise<void> {
  const [deja] = await sql.query<{ code: string }>(
    `SELECT code FROM territoire WHERE maille = 'REGION'`,
  );
  if (deja?.code === region) return;
  if (deja) {
    throw new Error(
      `La base contient la région ${deja.code} et REGION demande la région ${region}. Donnez une autre base, ou repartez de zéro.`,
    );
  }
  const { region: whole, departements, arrondissements, epci, communes } = loadTerritoires(region);
  const all = [whole, ...departements, ...arrondissements, ...epci, ...communes];
  await sql.query(
    `INSERT INTO territoire (maille, code, ordre, nom, nom_cle, population, nombre_communes,
       interregional, longitude, latitude, region, departement, arrondissement, epci)
     SELECT * FROM unnest($1::text[], $2::text[], $3::smallint[], $4::text[], $5::text[],
       $6::int[], $7::int[], $8::boolean[], $9::float8[], $10::float8[], $11::text[],
       $12::text[], $13::text[], $14::text[])`,
    [
      all.map((one) => one.maille),
      all.map((one) => one.code),
      all.map((one) => ORDRE[one.maille]),
      all.map((one) => one.nom),
      all.map((one) => normaliserNom(one.nom)),
      all.map((one) => one.population),
      all.map((one) => one.nombreCommunes),
      all.map((one) => one.interregional),
      all.map((one) => one.centre?.longitude ?? null),
      all.map((one) => one.centre?.latitude ?? null),
      all.map((one) => one.parents.region),
      all.map((one) => one.parents.departement),
      all.map((one) => one.parents.arrondissement),
      all.map((one) => one.parents.epci),
    ],
  );
  // Without it the first searches are planned as if the table were empty.
  await sql.query('ANALYZE territoire');
}
