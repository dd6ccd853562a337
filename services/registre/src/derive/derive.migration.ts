import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the process of each partner was last seen to serve, by channel, and who asks this minute. */
export class CreerDerive1795370490002 implements MigrationInterface {
  name = 'CreerDerive1795370490002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE derive (
        canal text NOT NULL,
        partenaire text NOT NULL,
        revision integer NOT NULL,
        statut text NOT NULL,
        message text NOT NULL,
        constatee_le timestamptz NOT NULL,
        annonce text NOT NULL,
        PRIMARY KEY (canal, partenaire)
      );
      COMMENT ON COLUMN derive.annonce IS 'Last status that the journal told.';

      CREATE TABLE derive_tour (
        canal text PRIMARY KEY,
        commence_le timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE derive; DROP TABLE derive_tour');
  }
}
