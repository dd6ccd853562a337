import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/** What this house remarks of the others' fiches; every partner reads it, its author may take it back. */
export class CreerObservation1795305600501 implements MigrationInterface {
  name = 'CreerObservation1795305600501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE observation (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        fiche text COLLATE "C" NOT NULL,
        texte text NOT NULL CHECK (char_length(texte) BETWEEN 1 AND 4000),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        ecrite_le timestamptz NOT NULL DEFAULT now(),
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        demonstration boolean NOT NULL
      );
      CREATE INDEX observation_fiche ON observation (fiche, id);

      CREATE TABLE observation_retrait (
        observation int PRIMARY KEY REFERENCES observation (id),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        retiree_le timestamptz NOT NULL DEFAULT now()
      );
      ${appendOnly('observation', 'observation_retrait')}
      ${['observation', 'observation_retrait']
        .map(
          (table) => `
      ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
      CREATE POLICY ${table}_lire ON ${table} FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))
      );
      CREATE POLICY ${table}_ajouter ON ${table} FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison())
            AND (SELECT passerelle_a_droit(passerelle_maison() || ':observation:ecrire')))
      );`,
        )
        .join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE observation_retrait, observation;');
  }
}
