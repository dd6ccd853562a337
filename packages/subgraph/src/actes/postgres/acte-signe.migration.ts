import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each act as its house signed it: what the others follow, and keep. */
export class SignerActe1795305600201 implements MigrationInterface {
  name = 'SignerActe1795305600201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE acte ADD COLUMN jws text NOT NULL DEFAULT '';
      ALTER TABLE acte ALTER COLUMN jws DROP DEFAULT;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE acte DROP COLUMN jws;');
  }
}
