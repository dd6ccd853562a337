import type { InstanceDemonstration } from '@passerelle/demo-data';
import { normaliserNom } from '@passerelle/reference-data';
import { MAISONS, type SqlWriter } from '@passerelle/subgraph';

/** The bodies with their seats; once. Those recorded before they were dated are dated here. */
export async function seedInstances(
  sql: SqlWriter,
  instances: readonly InstanceDemonstration[],
): Promise<void> {
  const [deja] = await sql.query('SELECT FROM instance_membre LIMIT 1');
  if (deja) return;
  await sql.query(
    `INSERT INTO instance (id, type, nom, nom_cle, maille, territoire, copilotes, creee_le,
       dissoute_le, predecesseur, source)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::jsonb[], $8::date[], $9::date[], $10::text[], $11::text[])
     ON CONFLICT (id) DO UPDATE SET dissoute_le = excluded.dissoute_le`,
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
      instances.map((one) => one.dissouteLe),
      instances.map((one) => one.predecesseur),
      instances.map((one) => one.source),
    ],
  );
  await seedMembres(sql, instances);
}

async function seedMembres(
  sql: SqlWriter,
  instances: readonly InstanceDemonstration[],
): Promise<void> {
  const membres = instances.flatMap(({ id, membres: sieges }) =>
    sieges.map((siege, index) => ({ ...siege, instance: id, rang: index + 1 })),
  );
  await sql.query(
    `INSERT INTO instance_membre (instance, rang, fonction, organisation, partenaire, copilote,
       voix, du, au)
     SELECT * FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::text[],
       $6::boolean[], $7::boolean[], $8::date[], $9::date[])`,
    [
      membres.map((one) => one.instance),
      membres.map((one) => one.rang),
      membres.map((one) => one.fonction),
      membres.map((one) => one.organisation),
      membres.map((one) => one.partenaire && MAISONS[one.partenaire].symbole),
      membres.map((one) => one.copilote),
      membres.map((one) => one.voix),
      membres.map((one) => one.du),
      membres.map((one) => one.au),
    ],
  );
}
