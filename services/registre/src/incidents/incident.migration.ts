import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How modules fare in browsers, by minute; and what was taken back for it. */
export class CreerIncident1795370490003 implements MigrationInterface {
  name = 'CreerIncident1795370490003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE incident (
        canal text NOT NULL,
        partenaire text NOT NULL,
        revision integer NOT NULL,
        minute timestamptz NOT NULL,
        genre text NOT NULL,
        montages bigint NOT NULL,
        erreurs bigint NOT NULL,
        PRIMARY KEY (canal, partenaire, revision, minute, genre)
      );
      COMMENT ON COLUMN incident.genre IS 'Name of the error; empty on the row of the totals.';
      CREATE INDEX incident_minute ON incident (minute);

      CREATE TABLE retrait (
        canal text NOT NULL,
        partenaire text NOT NULL,
        revision integer NOT NULL,
        publie_le timestamptz NOT NULL,
        tente_le timestamptz NOT NULL,
        fini_le timestamptz,
        numero integer,
        PRIMARY KEY (canal, partenaire, revision, publie_le)
      );
      COMMENT ON TABLE retrait IS 'A revision taken back by itself, once for each time it went live.';
      COMMENT ON COLUMN retrait.numero IS 'Publication made; null when there was nothing to put back.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE incident; DROP TABLE retrait');
  }
}
