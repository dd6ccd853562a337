import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/**
 * What follows an observation: its author words it again in the house that wrote it, and the house
 * of the fiche answers it in its own database.
 */
export class SuivreObservation1795406200502 implements MigrationInterface {
  name = 'SuivreObservation1795406200502';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE observation_correction (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        observation int NOT NULL REFERENCES observation (id),
        -- 1 is the text first written.
        version int NOT NULL CHECK (version > 1),
        texte text NOT NULL CHECK (char_length(texte) BETWEEN 1 AND 4000),
        auteur_sujet text NOT NULL,
        corrigee_le timestamptz NOT NULL DEFAULT now(),
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        UNIQUE (observation, version)
      );

      CREATE TABLE observation_reponse (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        fiche int NOT NULL,
        observation text COLLATE "C" NOT NULL,
        texte text NOT NULL CHECK (char_length(texte) BETWEEN 1 AND 4000),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        ecrite_le timestamptz NOT NULL DEFAULT now(),
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        demonstration boolean NOT NULL
      );
      CREATE INDEX observation_reponse_fiche ON observation_reponse (fiche, observation, id);
      ${appendOnly('observation_correction', 'observation_reponse')}
      ${[
        ['observation_correction', 'observation:ecrire'],
        ['observation_reponse', 'fiche:modifier'],
      ]
        .map(
          ([table, droit]) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_lire ON ${table} FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))
      );
      CREATE POLICY ${table}_ajouter ON ${table} FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison())
            AND (SELECT passerelle_a_droit(passerelle_maison() || ':${droit}')))
      );`,
        )
        .join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE observation_correction, observation_reponse;');
  }
}
