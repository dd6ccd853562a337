import { METIERS, normaliserNom } from '@passerelle/reference-data';
import type { SqlWriter } from '@passerelle/subgraph';

/** The ROME table of the sectors in tension; once. */
export async function seedMetiers(sql: SqlWriter): Promise<void> {
  const [deja] = await sql.query('SELECT FROM metier LIMIT 1');
  if (deja) return;
  await sql.query(
    `INSERT INTO metier (code_rome, libelle, libelle_cle, domaine, secteurs)
     SELECT code, libelle, cle, domaine, string_to_array(secteurs, ' ')
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
       AS t (code, libelle, cle, domaine, secteurs)`,
    [
      METIERS.map((metier) => metier.codeRome),
      METIERS.map((metier) => metier.libelle),
      METIERS.map((metier) => normaliserNom(metier.libelle)),
      METIERS.map((metier) => metier.domaine),
      METIERS.map((metier) => metier.secteurs.join(' ')),
    ],
  );
}
