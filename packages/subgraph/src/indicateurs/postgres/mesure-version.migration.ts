import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/**
 * What was shown of each version of a table of counts, with its exact values: a correction must not
 * tell, beside what readers kept of an earlier version, what that one hid. Read by the service
 * alone. And values taken back, when an import is undone: nothing is ever removed.
 */
export class GarderVersions1795406200601 implements MigrationInterface {
  name = 'GarderVersions1795406200601';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mesure_version (
        indicateur text COLLATE "C" NOT NULL REFERENCES indicateur (code),
        periode text COLLATE "C" NOT NULL,
        version int NOT NULL CHECK (version > 0),
        tableau jsonb NOT NULL,
        PRIMARY KEY (indicateur, periode, version)
      );
      ${appendOnly('mesure_version')}
      ALTER TABLE mesure_version ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mesure_version FORCE ROW LEVEL SECURITY;
      CREATE POLICY version_systeme ON mesure_version FOR ALL
        USING ((SELECT passerelle_est_systeme())) WITH CHECK ((SELECT passerelle_est_systeme()));

      ALTER TABLE mesure ADD COLUMN retiree boolean NOT NULL DEFAULT false;
      ALTER TABLE mesure_lot ADD COLUMN annule bigint UNIQUE REFERENCES mesure_lot (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mesure_lot DROP COLUMN annule;
      ALTER TABLE mesure DROP COLUMN retiree;
      DROP TABLE mesure_version;
    `);
  }
}
