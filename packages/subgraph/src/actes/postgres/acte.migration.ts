import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/** Acts of this house, and the copies of the others': each house's stream has its own numbers. */
export class CreerActe1795305600200 implements MigrationInterface {
  name = 'CreerActe1795305600200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE acte (
        partenaire text COLLATE "C" NOT NULL,
        numero bigint NOT NULL CHECK (numero > 0),
        nature text COLLATE "C" NOT NULL,
        sujet text COLLATE "C" NOT NULL,
        charge jsonb NOT NULL,
        auteur text NOT NULL,
        fait_le timestamptz NOT NULL,
        PRIMARY KEY (partenaire, numero)
      );
      CREATE INDEX acte_sujet ON acte (sujet, nature);
      ${appendOnly('acte')}

      ALTER TABLE acte ENABLE ROW LEVEL SECURITY;
      ALTER TABLE acte FORCE ROW LEVEL SECURITY;
      CREATE POLICY acte_lire ON acte FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR (SELECT passerelle_a_droit('actes:lire'))
      );
      CREATE POLICY acte_ajouter ON acte FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE acte;');
  }
}
