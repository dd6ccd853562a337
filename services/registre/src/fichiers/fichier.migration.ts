import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of the portal when they are kept in the database (`REGISTRE_FICHIERS=base`). */
export class CreerFichier1795370490001 implements MigrationInterface {
  name = 'CreerFichier1795370490001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fichier (
        empreinte text PRIMARY KEY CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        contenu bytea NOT NULL,
        depose_le timestamptz NOT NULL DEFAULT now()
      );
      -- Bundles hold what is already compressed or small: compressing again only costs.
      ALTER TABLE fichier ALTER COLUMN contenu SET STORAGE EXTERNAL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fichier');
  }
}
