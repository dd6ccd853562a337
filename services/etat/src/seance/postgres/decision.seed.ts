import type { SeanceDemonstration } from '@passerelle/demo-data';
import { normaliserNom } from '@passerelle/reference-data';
import { MAISONS, type SqlWriter } from '@passerelle/subgraph';
import { validationsRequises } from '../domain/decision.js';

export async function seedDecisions(
  sql: SqlWriter,
  seances: readonly SeanceDemonstration[],
): Promise<void> {
  const decisions = seances.flatMap(({ id, decisions: all }) =>
    all.map((decision) => {
      const requises = validationsRequises('VALIDATIONS', decision.sujets);
      const donnees = decision.validations.map(({ titre }) => titre);
      return {
        ...decision,
        seance: id,
        requises,
        attendues: requises.filter((titre) => !donnees.includes(titre)),
      };
    }),
  );
  await sql.query(
    `INSERT INTO decision (id, seance, numero, texte, texte_cle, responsable,
       fonction_responsable, echeance, engagement, sujets, statut, empreinte, requises, attendues,
       adoptee_le, avancement, regle, jour, publique, region, departement, arrondissement, auteur,
       auteur_sujet, modifie_le, demonstration)
     SELECT d.id, d.seance, d.numero, d.texte, d.texte_cle, d.responsable, d.fonction, d.echeance,
       d.engagement, string_to_array(d.sujets, ','), d.statut, d.empreinte,
       string_to_array(d.requises, ','), string_to_array(d.attendues, ','), d.adoptee_le,
       d.avancement, 'VALIDATIONS', s.jour, s.publique, s.region, s.departement, s.arrondissement,
       s.auteur, s.auteur_sujet, (s.jour + 1)::timestamptz, s.demonstration
     FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[],
       $7::text[], $8::date[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
       $14::text[], $15::timestamptz[], $16::text[])
       AS d (id, seance, numero, texte, texte_cle, responsable, fonction, echeance, engagement,
         sujets, statut, empreinte, requises, attendues, adoptee_le, avancement)
     JOIN seance s ON s.id = d.seance`,
    [
      decisions.map((one) => one.id),
      decisions.map((one) => one.seance),
      decisions.map((one) => one.numero),
      decisions.map((one) => one.texte),
      decisions.map((one) => normaliserNom(one.texte)),
      decisions.map((one) => MAISONS[one.responsable].symbole),
      decisions.map((one) => one.fonctionResponsable),
      decisions.map((one) => one.echeance),
      decisions.map((one) => one.engagement),
      // An array of arrays must be a rectangle for PostgreSQL: lists travel as text.
      decisions.map((one) => one.sujets.join(',')),
      decisions.map((one) => one.statut),
      decisions.map((one) => one.empreinte),
      decisions.map((one) => one.requises.join(',')),
      decisions.map((one) => one.attendues.join(',')),
      decisions.map((one) => one.adopteeLe),
      decisions.map((one) => one.suite?.avancement ?? null),
    ],
  );
  const validations = decisions.flatMap(({ id, empreinte, validations: all }) =>
    all.map((validation) => ({ ...validation, decision: id, empreinte })),
  );
  await sql.query(
    `INSERT INTO decision_validation (decision, titre, empreinte, auteur, le)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])`,
    [
      validations.map((one) => one.decision),
      validations.map((one) => one.titre),
      validations.map((one) => one.empreinte),
      validations.map((one) => one.auteur),
      validations.map((one) => one.le),
    ],
  );
}
