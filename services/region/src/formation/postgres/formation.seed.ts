import type { FormationDemonstration } from '@passerelle/demo-data';
import { normaliserNom } from '@passerelle/reference-data';
import type { SqlWriter } from '@passerelle/subgraph';

export interface OffreDemonstration {
  /** Civil date at which the offer is settled. */
  readonly arreteLe: string;
  /** A function: thousands of sessions are not drawn at each start only to be thrown away. */
  readonly formations: () => readonly FormationDemonstration[];
}

/** The training offer of the demonstration; once. */
export async function seedFormations(sql: SqlWriter, offre: OffreDemonstration): Promise<void> {
  const [deja] = await sql.query('SELECT FROM releve_formation');
  if (deja) return;
  const formations = offre.formations();
  await sql.query('INSERT INTO releve_formation (arrete_le, demonstration) VALUES ($1, true)', [
    offre.arreteLe,
  ]);
  await sql.query(
    `INSERT INTO formation (numero_offre, intitule, intitule_cle, recherche_cle, secteur, metiers,
       organisme, organisme_siret, certifiante, maille, lieu, demonstration)
     SELECT numero_offre, intitule, intitule_cle, recherche_cle, secteur,
       string_to_array(metiers, ' '), organisme, siret, certifiante, maille, lieu, true
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
       $7::text[], $8::text[], $9::boolean[], $10::text[], $11::text[])
       AS t (numero_offre, intitule, intitule_cle, recherche_cle, secteur, metiers, organisme,
             siret, certifiante, maille, lieu)`,
    [
      formations.map((one) => one.numeroOffre),
      formations.map((one) => one.intitule),
      formations.map((one) => normaliserNom(one.intitule)),
      formations.map((one) => normaliserNom(`${one.intitule} ${one.organisme}`)),
      formations.map((one) => one.secteur),
      formations.map((one) => one.metiers.join(' ')),
      formations.map((one) => one.organisme),
      formations.map((one) => one.organismeSiret),
      formations.map((one) => one.certifiante),
      formations.map((one) => one.lieu.maille),
      formations.map((one) => one.lieu.code),
    ],
  );
  const sessions = formations.flatMap(({ numeroOffre, sessions: own }) =>
    own.map((session) => ({ ...session, numeroOffre })),
  );
  await sql.query(
    `INSERT INTO session_formation (numero_session, numero_offre, debut, fin, places,
       places_restantes, maille, lieu, demonstration)
     SELECT *, true FROM unnest($1::text[], $2::text[], $3::date[], $4::date[], $5::int[],
       $6::int[], $7::text[], $8::text[])`,
    [
      sessions.map((one) => one.numeroSession),
      sessions.map((one) => one.numeroOffre),
      sessions.map((one) => one.debut),
      sessions.map((one) => one.fin),
      sessions.map((one) => one.places),
      sessions.map((one) => one.placesRestantes),
      sessions.map((one) => one.lieu.maille),
      sessions.map((one) => one.lieu.code),
    ],
  );
  await sql.query('ANALYZE formation, session_formation');
}
