import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../database/append-only.js';

/** What was ever published, each kind with its own numbers for each publisher; never changed. */
export class CreerRevision1795370400004 implements MigrationInterface {
  name = 'CreerRevision1795370400004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE revision (
        editeur text NOT NULL,
        lot text NOT NULL CHECK (lot IN ('schema', 'module', 'coquille', 'partages')),
        numero integer NOT NULL CHECK (numero > 0),
        empreinte text NOT NULL,
        contenu jsonb NOT NULL,
        creee_le timestamptz NOT NULL,
        par text NOT NULL,
        "commit" text,
        PRIMARY KEY (editeur, lot, numero),
        UNIQUE (editeur, lot, empreinte)
      );
      ${appendOnly('revision')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE revision');
  }
}
