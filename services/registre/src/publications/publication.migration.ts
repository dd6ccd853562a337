import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../database/append-only.js';

/**
 * Publications as they were signed: the text is kept plain, because it compresses and its base64
 * does not. The table itself refuses a number that is not the next one.
 */
export class CreerPublication1795370400005 implements MigrationInterface {
  name = 'CreerPublication1795370400005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supergraphe (
        empreinte text PRIMARY KEY,
        sdl text NOT NULL
      );
      CREATE TABLE publication (
        canal text NOT NULL CHECK (canal IN ('recette', 'production')),
        numero integer NOT NULL,
        publiee_le timestamptz NOT NULL,
        editeur text NOT NULL,
        par text NOT NULL,
        "commit" text,
        ensemble jsonb NOT NULL,
        supergraphe text REFERENCES supergraphe,
        entete text NOT NULL,
        charge text NOT NULL,
        signature text NOT NULL,
        PRIMARY KEY (canal, numero)
      );
      ${appendOnly('supergraphe', 'publication')}

      CREATE FUNCTION registre_refuser_trou() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.numero <> 1 + coalesce(
            (SELECT max(numero) FROM publication WHERE canal = NEW.canal), 0)
          THEN
            RAISE EXCEPTION 'La publication % n''est pas la suivante du canal %.',
              NEW.numero, NEW.canal USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END
        $$;
      CREATE TRIGGER publication_suivante BEFORE INSERT ON publication
        FOR EACH ROW EXECUTE FUNCTION registre_refuser_trou();

      -- Until when each bundle was served on a channel; null while it is.
      CREATE TABLE lot_servi (
        canal text NOT NULL,
        editeur text NOT NULL,
        lot text NOT NULL,
        revision integer NOT NULL,
        servi_jusqua timestamptz,
        PRIMARY KEY (canal, editeur, lot, revision)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE lot_servi, publication, supergraphe;
      DROP FUNCTION registre_refuser_trou();
    `);
  }
}
