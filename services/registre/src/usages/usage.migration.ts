import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Operations that clients really sent, counted by client and version; never a variable's value. */
export class CreerUsage1795370500001 implements MigrationInterface {
  name = 'CreerUsage1795370500001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE usage_document (
        empreinte text PRIMARY KEY,
        document text NOT NULL,
        nom text
      );
      CREATE TABLE usage (
        canal text NOT NULL,
        client text NOT NULL,
        version text NOT NULL,
        empreinte text NOT NULL REFERENCES usage_document,
        nombre bigint NOT NULL,
        premiere_fois_le timestamptz NOT NULL,
        derniere_fois_le timestamptz NOT NULL,
        PRIMARY KEY (canal, client, version, empreinte)
      );
      CREATE INDEX usage_recent ON usage (canal, derniere_fois_le DESC);
      CREATE INDEX usage_empreinte ON usage (empreinte);
      CREATE TABLE usage_prevenu (
        canal text NOT NULL,
        client text NOT NULL,
        coordonnee text NOT NULL,
        le timestamptz NOT NULL,
        PRIMARY KEY (canal, client, coordonnee)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE usage_prevenu; DROP TABLE usage; DROP TABLE usage_document');
  }
}
