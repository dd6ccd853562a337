import type { Partenaire } from '@passerelle/identity';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What row-level security reads, as SQL functions; policies call them inside `(SELECT …)`, so that
 * PostgreSQL evaluates each once per statement and not once per row.
 */
export function securiteMigration(partenaire: Partenaire): new () => MigrationInterface {
  return class CreerSecurite1795305600001 implements MigrationInterface {
    name = 'CreerSecurite1795305600001';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
        CREATE FUNCTION passerelle_maison() RETURNS text
          LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT '${partenaire}' $$;

        CREATE FUNCTION passerelle_est_systeme() RETURNS boolean
          LANGUAGE sql STABLE PARALLEL SAFE AS $$
            SELECT coalesce(current_setting('passerelle.systeme', true), '') = 'oui'
          $$;

        CREATE FUNCTION passerelle_a_droit(droit text) RETURNS boolean
          LANGUAGE sql STABLE PARALLEL SAFE AS $$
            SELECT coalesce(nullif(current_setting('passerelle.scopes', true), ''), '[]')::jsonb
                   ? droit
          $$;

        CREATE FUNCTION passerelle_est_maison() RETURNS boolean
          LANGUAGE sql STABLE PARALLEL SAFE AS $$
            SELECT coalesce(current_setting('passerelle.partenaire', true), '')
                     = passerelle_maison()
                   AND passerelle_a_droit('protocole:lire')
          $$;

        CREATE FUNCTION passerelle_lit(visibilite text) RETURNS boolean
          LANGUAGE sql STABLE PARALLEL SAFE AS $$
            SELECT CASE visibilite
              WHEN 'PUBLIC' THEN passerelle_a_droit('protocole:lire')
                                 OR passerelle_a_droit('protocole:lire:public')
              WHEN 'PARTENAIRES' THEN passerelle_a_droit('protocole:lire')
              ELSE false
            END
          $$;

        CREATE FUNCTION passerelle_refuser_modification() RETURNS trigger
          LANGUAGE plpgsql AS $$
          BEGIN
            RAISE EXCEPTION '% refused on %: rows are only ever added', tg_op, tg_table_name
              USING ERRCODE = 'restrict_violation';
          END
          $$;
      `);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`
        DROP FUNCTION passerelle_refuser_modification();
        DROP FUNCTION passerelle_lit(text);
        DROP FUNCTION passerelle_est_maison();
        DROP FUNCTION passerelle_a_droit(text);
        DROP FUNCTION passerelle_est_systeme();
        DROP FUNCTION passerelle_maison();
      `);
    }
  };
}
