import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Public keys that publications carry; private ones never come near the database. */
export class CreerCle1795370400006 implements MigrationInterface {
  name = 'CreerCle1795370400006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cle (
        kid text PRIMARY KEY,
        x text NOT NULL,
        signataire boolean NOT NULL DEFAULT false,
        annoncee_le timestamptz NOT NULL,
        retiree_le timestamptz,
        CHECK (NOT (signataire AND retiree_le IS NOT NULL))
      );
      CREATE UNIQUE INDEX cle_signataire ON cle (signataire) WHERE signataire;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cle');
  }
}
