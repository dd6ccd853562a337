import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens: only their hash is kept. */
export class CreerJeton1795370400003 implements MigrationInterface {
  name = 'CreerJeton1795370400003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE jeton (
        id text PRIMARY KEY,
        nom text NOT NULL,
        genre text NOT NULL,
        editeur text NOT NULL,
        empreinte bytea NOT NULL,
        cree_le timestamptz NOT NULL,
        cree_par text NOT NULL,
        expire_le timestamptz,
        dernier_usage_le timestamptz,
        revoque_le timestamptz
      );
      CREATE INDEX jeton_editeur ON jeton (editeur, cree_le DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE jeton');
  }
}
