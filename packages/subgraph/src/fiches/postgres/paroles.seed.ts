import type {
  AvisDemonstration,
  ObservationDemonstration,
  ReponseDemonstration,
} from '@passerelle/demo-data';
import type { Seed } from '../../database/database.js';

// What is said of the fiches when the demonstration opens.

export function observationSeed(observations: readonly ObservationDemonstration[]): Seed {
  return {
    name: 'observations',
    async run(sql) {
      const [deja] = await sql.query('SELECT FROM observation LIMIT 1');
      if (deja) return;
      await sql.query(
        `INSERT INTO observation (fiche, texte, auteur, ecrite_le, auteur_sujet, empreinte_demande,
           demonstration)
         SELECT *, 'demonstration', 'demonstration', true
         FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[])`,
        [
          observations.map((one) => one.fiche),
          observations.map((one) => one.texte),
          observations.map((one) => one.auteur),
          observations.map((one) => one.ecriteLe),
        ],
      );
    },
  };
}

export function avisSeed(avis: readonly AvisDemonstration[]): Seed {
  return {
    name: 'avis',
    async run(sql) {
      const [deja] = await sql.query('SELECT FROM avis LIMIT 1');
      if (deja) return;
      await sql.query(
        `INSERT INTO avis (fiche, organisation, sens, motif, donne_le, auteur, enregistre_le,
           auteur_sujet, empreinte_demande, demonstration)
         SELECT *, 'demonstration', 'demonstration', true
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[],
           $7::timestamptz[])`,
        [
          avis.map((one) => one.fiche),
          avis.map((one) => one.organisation),
          avis.map((one) => one.sens),
          avis.map((one) => one.motif),
          avis.map((one) => one.donneLe),
          avis.map((one) => one.auteur),
          avis.map((one) => one.enregistreLe),
        ],
      );
    },
  };
}

export function reponseSeed(reponses: readonly ReponseDemonstration[]): Seed {
  return {
    name: 'réponses aux observations',
    async run(sql) {
      const [deja] = await sql.query('SELECT FROM observation_reponse LIMIT 1');
      if (deja) return;
      await sql.query(
        `INSERT INTO observation_reponse (fiche, observation, texte, auteur, ecrite_le,
           auteur_sujet, empreinte_demande, demonstration)
         SELECT *, 'demonstration', 'demonstration', true
         FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])`,
        [
          reponses.map((one) => one.fiche),
          reponses.map((one) => one.observation),
          reponses.map((one) => one.texte),
          reponses.map((one) => one.auteur),
          reponses.map((one) => one.ecriteLe),
        ],
      );
    },
  };
}
