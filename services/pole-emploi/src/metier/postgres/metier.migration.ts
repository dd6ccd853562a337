import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreerMetier1795305600300 implements MigrationInterface {
  name = 'CreerMetier1795305600300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE metier (
        code_rome text COLLATE "C" PRIMARY KEY CHECK (code_rome ~ '^[A-Z][0-9]{4}$'),
        libelle text NOT NULL,
        libelle_cle text COLLATE "C" NOT NULL,
        domaine text NOT NULL,
        secteurs text[] NOT NULL
      );
      CREATE INDEX metier_tri ON metier (libelle_cle, code_rome);
      CREATE INDEX metier_secteurs ON metier USING gin (secteurs);
      CREATE INDEX metier_mots ON metier USING gin ((' ' || libelle_cle) gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE metier;');
  }
}
