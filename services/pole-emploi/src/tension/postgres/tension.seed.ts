import type { TensionDemonstration } from '@passerelle/demo-data';
import type { SqlWriter } from '@passerelle/subgraph';

/** The tensions of the demonstration; once. @param draw - called only when there is none yet */
export async function seedTensions(
  sql: SqlWriter,
  draw: () => readonly TensionDemonstration[],
): Promise<void> {
  const [deja] = await sql.query('SELECT FROM tension LIMIT 1');
  if (deja) return;
  const tensions = draw();
  await sql.query(
    `INSERT INTO tension (id, code_rome, maille, territoire, annee, niveau, facteurs, source,
       arrete_le, demonstration)
     SELECT id, code, maille, territoire, annee, niveau, string_to_array(facteurs, ' '), source,
       arrete_le, true
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[],
       $7::text[], $8::text[], $9::date[])
       AS t (id, code, maille, territoire, annee, niveau, facteurs, source, arrete_le)`,
    [
      tensions.map((one) => one.id),
      tensions.map((one) => one.codeRome),
      tensions.map((one) => one.territoire.maille),
      tensions.map((one) => one.territoire.code),
      tensions.map((one) => one.annee),
      tensions.map((one) => one.niveau),
      tensions.map((one) => one.facteurs.join(' ')),
      tensions.map((one) => one.source),
      tensions.map((one) => one.arreteLe),
    ],
  );
  await sql.query('ANALYZE tension');
}
