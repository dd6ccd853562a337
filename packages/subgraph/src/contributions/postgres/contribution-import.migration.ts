import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/**
 * Which drafts came from one file, so that they can be taken back together. The house alone reads
 * it: the others see what is published, never how it was typed.
 */
export class CreerContributionImport1795305600700 implements MigrationInterface {
  name = 'CreerContributionImport1795305600700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contribution_import (
        id text COLLATE "C" PRIMARY KEY,
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now(),
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL
      );
      CREATE INDEX contribution_import_fait_le ON contribution_import (fait_le DESC);
      CREATE TABLE contribution_import_version (
        import text COLLATE "C" NOT NULL REFERENCES contribution_import (id),
        engagement text NOT NULL,
        version int NOT NULL,
        PRIMARY KEY (import, engagement),
        FOREIGN KEY (engagement, version) REFERENCES contribution_version (engagement, version)
      );
      CREATE TABLE contribution_import_annulation (
        import text COLLATE "C" PRIMARY KEY REFERENCES contribution_import (id),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        annule_le timestamptz NOT NULL DEFAULT now()
      );
      ${appendOnly(
        'contribution_import',
        'contribution_import_version',
        'contribution_import_annulation',
      )}
      ${['contribution_import', 'contribution_import_version', 'contribution_import_annulation']
        .map(
          (table) => `
            ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
            CREATE POLICY ${table}_lire ON ${table} FOR SELECT USING (
              (SELECT passerelle_est_systeme()) OR (SELECT passerelle_est_maison())
            );
            CREATE POLICY ${table}_ajouter ON ${table} FOR INSERT WITH CHECK (
              (SELECT passerelle_est_systeme())
              OR ((SELECT passerelle_est_maison())
                  AND (SELECT passerelle_a_droit(passerelle_maison() || ':contribution:modifier')))
            );`,
        )
        .join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE contribution_import_annulation;
      DROP TABLE contribution_import_version;
      DROP TABLE contribution_import;
    `);
  }
}
