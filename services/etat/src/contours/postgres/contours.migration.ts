import { appendOnly } from '@passerelle/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outlines as they were put in force, one version after another; nothing is taken away. */
export class CreerContours1795406200603 implements MigrationInterface {
  name = 'CreerContours1795406200603';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contours_reference (
        maille text NOT NULL CHECK (maille IN ('DEPARTEMENT', 'ARRONDISSEMENT')),
        version int NOT NULL CHECK (version > 0),
        source text NOT NULL CHECK (char_length(source) BETWEEN 3 AND 300),
        licence text NOT NULL CHECK (char_length(licence) BETWEEN 3 AND 300),
        traces jsonb NOT NULL,
        auteur text NOT NULL,
        deposes_le timestamptz NOT NULL DEFAULT now(),
        cle_idempotence text UNIQUE,
        empreinte text NOT NULL,
        PRIMARY KEY (maille, version)
      );
      ${appendOnly('contours_reference')}
      ALTER TABLE contours_reference ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contours_reference FORCE ROW LEVEL SECURITY;
      CREATE POLICY contours_lire ON contours_reference FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PUBLIC'))
      );
      CREATE POLICY contours_ajouter ON contours_reference FOR INSERT WITH CHECK (
        (SELECT passerelle_est_maison()) AND (SELECT passerelle_a_droit('etat:annuaire:tenir'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contours_reference;');
  }
}
