import { appendOnly } from '@passerelle/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An avenant, its successive writings and its stages, all only ever added: the state is what they
 * say. A draft stays in its house; the partners read what was proposed, everyone what is published.
 */
export class CreerAvenant1795305600730 implements MigrationInterface {
  name = 'CreerAvenant1795305600730';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE avenant (
        id text COLLATE "C" PRIMARY KEY,
        numero int NOT NULL UNIQUE CHECK (numero > 0),
        nature text NOT NULL CHECK (nature IN ('AVENANT', 'TRANSCRIPTION')),
        version_de_base int NOT NULL CHECK (version_de_base > 0),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        ouvert_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL
      );
      CREATE TABLE avenant_redaction (
        avenant text COLLATE "C" NOT NULL REFERENCES avenant (id),
        version int NOT NULL CHECK (version > 0),
        objet text NOT NULL CHECK (char_length(objet) BETWEEN 1 AND 300),
        source text CHECK (char_length(source) BETWEEN 1 AND 500),
        texte jsonb NOT NULL,
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (avenant, version)
      );
      CREATE TABLE avenant_etape (
        avenant text COLLATE "C" NOT NULL,
        version int NOT NULL,
        etape text NOT NULL CHECK (etape IN ('PROPOSE', 'PUBLIE', 'ABANDONNE')),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (avenant, version, etape),
        FOREIGN KEY (avenant, version) REFERENCES avenant_redaction (avenant, version)
      );
      ${appendOnly('avenant', 'avenant_redaction', 'avenant_etape')}

      ALTER TABLE avenant_etape ENABLE ROW LEVEL SECURITY;
      ALTER TABLE avenant_etape FORCE ROW LEVEL SECURITY;
      CREATE POLICY avenant_etape_lire ON avenant_etape FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR (etape = 'PROPOSE' AND (SELECT passerelle_lit('PARTENAIRES')))
        OR (etape = 'PUBLIE' AND (SELECT passerelle_lit('PUBLIC')))
      );

      ALTER TABLE avenant_redaction ENABLE ROW LEVEL SECURITY;
      ALTER TABLE avenant_redaction FORCE ROW LEVEL SECURITY;
      CREATE POLICY avenant_redaction_lire ON avenant_redaction FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR EXISTS (
          SELECT FROM avenant_etape e
          WHERE e.avenant = avenant_redaction.avenant AND e.version = avenant_redaction.version
        )
      );

      ALTER TABLE avenant ENABLE ROW LEVEL SECURITY;
      ALTER TABLE avenant FORCE ROW LEVEL SECURITY;
      CREATE POLICY avenant_lire ON avenant FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR EXISTS (SELECT FROM avenant_etape e WHERE e.avenant = avenant.id)
      );
      ${['avenant', 'avenant_redaction', 'avenant_etape']
        .map(
          (table) => `
            CREATE POLICY ${table}_ajouter ON ${table} FOR INSERT WITH CHECK (
              (SELECT passerelle_est_systeme())
              OR ((SELECT passerelle_est_maison())
                  AND (SELECT passerelle_a_droit('etat:avenant:ouvrir')))
            );`,
        )
        .join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE avenant_etape, avenant_redaction, avenant CASCADE;');
  }
}
