import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What append-only tables answer to who would change them: see `appendOnly`. */
export class CreerRefusDeModification1795370400001 implements MigrationInterface {
  name = 'CreerRefusDeModification1795370400001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION registre_refuser_modification() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'La table % ne se modifie pas.', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
        END
        $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION registre_refuser_modification()');
  }
}
