import type { SeanceDemonstration } from '@passerelle/demo-data';
import { MAISONS, type SqlWriter } from '@passerelle/subgraph';
import { seedDecisions } from './decision.seed.js';

const AUTEUR = 'secrétariat, Préfecture de région';

/** Where a body sits, as its sessions and decisions repeat it. */
const PERIMETRE = `
  CASE WHEN t.maille = 'REGION' THEN t.code ELSE t.region END,
  CASE WHEN t.maille = 'DEPARTEMENT' THEN t.code ELSE t.departement END,
  CASE WHEN t.maille = 'ARRONDISSEMENT' THEN t.code ELSE t.arrondissement END`;

/**
 * The demonstration's sessions with all that happened in them, a statement per table; once.
 *
 * @param generer - called only when the tables are empty: a region's five years take a moment
 */
export async function seedSeances(
  sql: SqlWriter,
  generer: () => readonly SeanceDemonstration[],
): Promise<void> {
  const [deja] = await sql.query('SELECT FROM seance LIMIT 1');
  if (deja) return;
  const seances = generer();
  await insertSeances(sql, seances);
  await insertPoints(sql, seances);
  await insertAccords(sql, seances);
  await insertReleves(sql, seances);
  await seedDecisions(sql, seances);
  // Without it the first lists are planned as if the tables were empty.
  await sql.query('ANALYZE seance, seance_point, seance_accord, seance_releve, decision');
}

async function insertSeances(
  sql: SqlWriter,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  await sql.query(
    `INSERT INTO seance (id, instance, jour, debut, fin, lieu, objet, statut, empreinte_ordre,
       presences, publique, source, demonstration, auteur, auteur_sujet, modifie_le,
       ordre_auteur, ordre_auteur_sujet, ordre_modifie_le, region, departement, arrondissement)
     SELECT s.*, $14, 'demonstration', (s.jour - 10)::timestamptz,
       $14, 'demonstration', (s.jour - 10)::timestamptz, ${PERIMETRE}
     FROM unnest($1::text[], $2::text[], $3::date[], $4::timestamptz[], $5::timestamptz[],
       $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::boolean[], $12::text[],
       $13::boolean[])
       AS s (id, instance, jour, debut, fin, lieu, objet, statut, empreinte, presences, publique,
         source, demonstration)
     JOIN instance i ON i.id = s.instance
     JOIN territoire t ON t.maille = i.maille AND t.code = i.territoire`,
    [
      seances.map((one) => one.id),
      seances.map((one) => one.instance),
      seances.map((one) => one.jour),
      seances.map((one) => one.debut),
      seances.map((one) => one.fin),
      seances.map((one) => one.lieu),
      seances.map((one) => one.objet),
      seances.map((one) => one.statut),
      seances.map((one) => one.empreinteOrdreDuJour),
      seances.map((one) =>
        JSON.stringify(
          one.presences.map((presence) => ({
            ...presence,
            partenaire: presence.partenaire && MAISONS[presence.partenaire].symbole,
          })),
        ),
      ),
      seances.map((one) => one.publique),
      seances.map((one) => one.source),
      seances.map((one) => one.demonstration),
      AUTEUR,
    ],
  );
}

async function insertPoints(
  sql: SqlWriter,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  const points = seances.flatMap(({ id, points: all }) =>
    all.map((point, index) => ({ ...point, seance: id, rang: index + 1 })),
  );
  await sql.query(
    `INSERT INTO seance_point (seance, partenaire, id, titre, duree, rang)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int[], $6::int[])`,
    [
      points.map((one) => one.seance),
      points.map((one) => MAISONS[one.partenaire].symbole),
      points.map((one) => one.id),
      points.map((one) => one.titre),
      points.map((one) => one.duree),
      points.map((one) => one.rang),
    ],
  );
}

async function insertAccords(
  sql: SqlWriter,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  const accords = seances.flatMap(({ id, empreinteOrdreDuJour, accords: ordre, releve }) => [
    ...ordre.map((accord) => ({
      ...accord,
      seance: id,
      objet: 'ORDRE_DU_JOUR',
      empreinte: empreinteOrdreDuJour,
    })),
    ...(releve?.validations ?? []).map((accord) => ({
      ...accord,
      seance: id,
      objet: 'RELEVE',
      empreinte: releve?.empreinte ?? '',
    })),
  ]);
  await sql.query(
    `INSERT INTO seance_accord (seance, objet, titre, empreinte, auteur, le)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
       $6::timestamptz[])`,
    [
      accords.map((one) => one.seance),
      accords.map((one) => one.objet),
      accords.map((one) => one.titre),
      accords.map((one) => one.empreinte),
      accords.map((one) => one.auteur),
      accords.map((one) => one.le),
    ],
  );
}

async function insertReleves(
  sql: SqlWriter,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  const releves = seances.flatMap(({ id, releve }) => (releve ? [{ ...releve, seance: id }] : []));
  await sql.query(
    `INSERT INTO seance_releve (seance, texte, auteur, auteur_sujet, modifie_le, empreinte, fige_le)
     SELECT seance, texte, auteur, 'demonstration', modifie_le, empreinte, fige_le
     FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::text[],
       $6::timestamptz[]) AS r (seance, texte, auteur, modifie_le, empreinte, fige_le)`,
    [
      releves.map((one) => one.seance),
      releves.map((one) => one.texte),
      releves.map((one) => one.auteur),
      releves.map((one) => one.modifieLe),
      releves.map((one) => one.empreinte),
      releves.map((one) => one.figeLe),
    ],
  );
}
