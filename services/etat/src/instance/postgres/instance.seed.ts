import type { InstanceDemonstration } from '@passerelle/demo-data';
import { normaliserNom } from '@passerelle/reference-data';
import { MAISONS, type SqlWriter } from '@passerelle/subgraph';

/** The SPER and the SPEL of the region; once. */
export async function seedInstances(
  sql: SqlWriter,
  instances: readonly InstanceDemonstration[],
): Promise<void> {
  const [deja] = await sql.query('SELECT FROM instance LIMIT 1');
  if (deja) return;
  await sql.query(
    `INSERT INTO instance (id, type, nom, nom_cle, maille, territoire, copilotes, creee_le, source)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::jsonb[], $8::date[], $9::text[])`,
    [
      instances.map((one) => one.id),
      instances.map((one) => one.type),
      instances.map((one) => one.nom),
      instances.map((one) => normaliserNom(one.nom)),
      instances.map((one) => one.territoire.maille),
      instances.map((one) => one.territoire.code),
      instances.map((one) =>
        JSON.stringify(
          one.copilotes.map(({ fonction, organisation, partenaire }) => ({
            fonction,
            organisation,
            partenaire: partenaire && MAISONS[partenaire].symbole,
          })),
        ),
      ),
      instances.map((one) => one.creeeLe),
      instances.map((one) => one.source),
    ],
  );
}
