import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An avenant may withdraw an engagement: it stays in the text, with its last day. */
export class DaterLeRetrait1795406200401 implements MigrationInterface {
  name = 'DaterLeRetrait1795406200401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engagement_version ADD COLUMN retire_le date');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engagement_version DROP COLUMN retire_le');
  }
}
