import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../database/append-only.js';

/**
 * The outbox: a fact is written with the act that made it, in the same transaction, and told to
 * who listens when that transaction commits.
 */
export class CreerMouvement1795305600002 implements MigrationInterface {
  name = 'CreerMouvement1795305600002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mouvement (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        nature text NOT NULL,
        charge jsonb NOT NULL,
        survenu_le timestamptz NOT NULL DEFAULT now()
      );
      ${appendOnly('mouvement')}

      ALTER TABLE mouvement ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mouvement FORCE ROW LEVEL SECURITY;
      CREATE POLICY mouvement_lire ON mouvement FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_est_maison())
      );
      CREATE POLICY mouvement_ajouter ON mouvement FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_est_maison())
      );

      CREATE FUNCTION passerelle_annoncer_mouvement() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_notify('passerelle_mouvement', json_build_object(
            'id', NEW.id, 'nature', NEW.nature, 'charge', NEW.charge)::text);
          RETURN NULL;
        END
        $$;
      CREATE TRIGGER mouvement_annonce AFTER INSERT ON mouvement
        FOR EACH ROW EXECUTE FUNCTION passerelle_annoncer_mouvement();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mouvement;
      DROP FUNCTION passerelle_annoncer_mouvement();
    `);
  }
}
