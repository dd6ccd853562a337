import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../database/append-only.js';

/**
 * The journal. Its `rang` is given by the table itself, one writer at a time until it commits: no
 * hole after a rollback, and who reads up to a rank will never see a lower one appear.
 */
export class CreerJournal1795370400002 implements MigrationInterface {
  name = 'CreerJournal1795370400002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE journal (
        rang integer PRIMARY KEY,
        le timestamptz NOT NULL,
        evenement text NOT NULL,
        canal text,
        editeur text NOT NULL,
        par text NOT NULL,
        "commit" text,
        numero integer,
        resume text NOT NULL,
        details jsonb NOT NULL
      );
      CREATE INDEX journal_editeur ON journal (editeur, rang DESC);
      CREATE INDEX journal_numero ON journal (canal, numero) WHERE numero IS NOT NULL;
      ${appendOnly('journal')}

      CREATE FUNCTION registre_donner_rang() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(7201921);
          SELECT coalesce(max(rang), 0) + 1 INTO NEW.rang FROM journal;
          NEW.le := coalesce(NEW.le, clock_timestamp());
          RETURN NEW;
        END
        $$;
      CREATE TRIGGER journal_rang BEFORE INSERT ON journal
        FOR EACH ROW EXECUTE FUNCTION registre_donner_rang();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE journal; DROP FUNCTION registre_donner_rang()');
  }
}
