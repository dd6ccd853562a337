import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

const TABLES = ['avenant_connu', 'avenant_validation', 'avenant_ecart'] as const;

/**
 * What this house knows of the avenants by the acts: the texts proposed, who validated which, and
 * what was published but is not what it had validated.
 */
export class CreerAvenantConnu1795305600720 implements MigrationInterface {
  name = 'CreerAvenantConnu1795305600720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE avenant_connu (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        avenant text COLLATE "C" NOT NULL,
        nature text NOT NULL CHECK (nature IN ('AVENANT', 'TRANSCRIPTION')),
        version int NOT NULL CHECK (version > 1),
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        texte jsonb NOT NULL,
        auteur text NOT NULL,
        propose_le timestamptz NOT NULL
      );
      CREATE INDEX avenant_connu_avenant ON avenant_connu (avenant, id);
      CREATE TABLE avenant_validation (
        avenant text COLLATE "C" NOT NULL,
        partenaire text NOT NULL CHECK (partenaire IN ('ETAT', 'REGION', 'POLE_EMPLOI')),
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        auteur text NOT NULL,
        valide_le timestamptz NOT NULL,
        PRIMARY KEY (avenant, partenaire, empreinte)
      );
      CREATE TABLE avenant_ecart (
        avenant text COLLATE "C" NOT NULL,
        empreinte text NOT NULL,
        motif text NOT NULL,
        constate_le timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (avenant, empreinte)
      );
      ${appendOnly(...TABLES)}
      ${TABLES.map(
        (table) => `
          ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
          ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
          CREATE POLICY ${table}_lire ON ${table} FOR SELECT USING (
            (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))
          );
          CREATE POLICY ${table}_ajouter ON ${table} FOR INSERT
            WITH CHECK ((SELECT passerelle_est_systeme()));`,
      ).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE avenant_ecart, avenant_validation, avenant_connu;');
  }
}
