import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a definition says besides: published objectives, what is awaited, why nothing finer. */
export class DireLesCibles1795406200602 implements MigrationInterface {
  name = 'DireLesCibles1795406200602';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indicateur
        ADD COLUMN raison_maille text NOT NULL DEFAULT '',
        ADD COLUMN attendu text,
        ADD COLUMN cibles jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE indicateur DROP COLUMN raison_maille, DROP COLUMN attendu, DROP COLUMN cibles;',
    );
  }
}
