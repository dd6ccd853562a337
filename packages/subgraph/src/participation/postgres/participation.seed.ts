import type { SeanceDemonstration } from '@passerelle/demo-data';
import type { Partenaire } from '@passerelle/identity';
import type { Seed } from '../../database/database.js';
import type { SqlWriter } from '../../database/sql-writer.js';
import { parsePointId } from '../domain/point-id.js';
import { TITRES } from '../domain/titres.js';

/**
 * What the house brought to the demonstration's sessions and did about their decisions; once, and
 * only in demonstration.
 *
 * @param generer - called only when the tables are empty: a region's five years take a moment
 */
export function participationSeed(
  maison: Partenaire,
  generer: () => readonly SeanceDemonstration[],
): Seed {
  return {
    name: 'participations',
    async run(sql) {
      const [deja] = await sql.query(
        `SELECT FROM participation_point
         UNION ALL SELECT FROM participation_suite UNION ALL SELECT FROM participation_accord
         LIMIT 1`,
      );
      if (deja) return;
      const seances = generer();
      await insertPoints(sql, maison, seances);
      await insertAccords(sql, maison, seances);
      await insertValidations(sql, maison, seances);
      await insertSuites(sql, maison, seances);
      // Without it the first lists are planned as if the tables were empty.
      await sql.query(
        `ANALYZE participation_point, participation_accord, participation_validation,
           participation_suite`,
      );
    },
  };
}

async function insertPoints(
  sql: SqlWriter,
  maison: Partenaire,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  const points = seances.flatMap(({ id: seance, jour, points: all, demonstration }) =>
    all.flatMap(({ id, titre, duree }) => {
      const numero = parsePointId(maison, id);
      return numero === null ? [] : [{ seance, numero, titre, duree, jour, demonstration }];
    }),
  );
  await sql.query(
    `INSERT INTO participation_point (seance, numero, titre, duree, auteur, propose_le,
       demonstration, auteur_sujet)
     SELECT p.seance, p.numero, p.titre, p.duree, $7, (p.jour - 15)::timestamptz,
            p.demonstration, 'demonstration'
     FROM unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::date[], $6::boolean[])
       AS p (seance, numero, titre, duree, jour, demonstration)`,
    [
      points.map((one) => one.seance),
      points.map((one) => one.numero),
      points.map((one) => one.titre),
      points.map((one) => one.duree),
      points.map((one) => one.jour),
      points.map((one) => one.demonstration),
      AUTEUR[maison],
    ],
  );
}

const AUTEUR: Readonly<Record<Partenaire, string>> = {
  etat: 'secrétariat, Préfecture de région',
  region: 'chargé de mission, Conseil régional',
  'pole-emploi': 'directeur territorial, Pôle emploi',
};

async function insertAccords(
  sql: SqlWriter,
  maison: Partenaire,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  const accords = seances.flatMap(({ id, empreinteOrdreDuJour, accords: all, releve }) => [
    ...all.map((one) => ({
      ...one,
      seance: id,
      nature: 'ORDRE_DU_JOUR',
      empreinte: empreinteOrdreDuJour,
    })),
    ...(releve?.validations ?? []).map((one) => ({
      ...one,
      seance: id,
      nature: 'RELEVE',
      empreinte: releve?.empreinte ?? '',
    })),
  ]);
  const siens = accords.filter(({ titre }) => TITRES[maison].includes(titre));
  await sql.query(
    `INSERT INTO participation_accord (seance, nature, titre, empreinte, auteur, fait_le,
       auteur_sujet)
     SELECT *, 'demonstration' FROM unnest($1::text[], $2::text[], $3::text[], $4::text[],
       $5::text[], $6::timestamptz[])`,
    [
      siens.map((one) => one.seance),
      siens.map((one) => one.nature),
      siens.map((one) => one.titre),
      siens.map((one) => one.empreinte),
      siens.map((one) => one.auteur),
      siens.map((one) => one.le),
    ],
  );
}

async function insertValidations(
  sql: SqlWriter,
  maison: Partenaire,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  const validations = seances
    .flatMap(({ decisions }) => decisions)
    .flatMap(({ id, empreinte, validations: all }) =>
      all.map((one) => ({ ...one, decision: id, empreinte })),
    )
    .filter(({ titre }) => TITRES[maison].includes(titre));
  await sql.query(
    `INSERT INTO participation_validation (decision, titre, empreinte, auteur, fait_le,
       auteur_sujet)
     SELECT *, 'demonstration' FROM unnest($1::text[], $2::text[], $3::text[], $4::text[],
       $5::timestamptz[])`,
    [
      validations.map((one) => one.decision),
      validations.map((one) => one.titre),
      validations.map((one) => one.empreinte),
      validations.map((one) => one.auteur),
      validations.map((one) => one.le),
    ],
  );
}

async function insertSuites(
  sql: SqlWriter,
  maison: Partenaire,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  const suites = seances
    .flatMap(({ decisions }) => decisions)
    .flatMap(({ id, responsable, suite }) =>
      suite === null || responsable !== maison ? [] : [{ ...suite, decision: id }],
    );
  await sql.query(
    `INSERT INTO participation_suite (decision, version, avancement, texte, auteur, modifie_le,
       auteur_sujet, demonstration)
     SELECT s.decision, 1, s.avancement, s.texte, s.auteur, s.le, 'demonstration', true
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
       AS s (decision, avancement, texte, auteur, le)`,
    [
      suites.map((one) => one.decision),
      suites.map((one) => one.avancement),
      suites.map((one) => one.texte),
      suites.map((one) => one.auteur),
      suites.map((one) => one.modifieLe),
    ],
  );
}
