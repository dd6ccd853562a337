import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

const TABLES = [
  'texte_version',
  'enjeu_version',
  'engagement_version',
  'protocole_etape',
  'engagement_indicateur',
] as const;

/**
 * Every version of the text, the signed one included: an avenant adds a version and changes none.
 * `protocole`, `enjeu` and `engagement` stay what was first recorded; contributions and links hold
 * on to their keys.
 */
export class VersionnerTexteCommun1795305600710 implements MigrationInterface {
  name = 'VersionnerTexteCommun1795305600710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE texte_version (
        version int PRIMARY KEY CHECK (version > 0),
        protocole text NOT NULL REFERENCES protocole (id),
        nature text NOT NULL CHECK (nature IN ('SIGNATURE', 'AVENANT', 'TRANSCRIPTION')),
        avenant text COLLATE "C" UNIQUE,
        intitule text NOT NULL,
        signe_le date NOT NULL,
        lieu text NOT NULL,
        signataires jsonb NOT NULL,
        en_presence_de text[] NOT NULL,
        texte_officiel boolean NOT NULL,
        source text NOT NULL,
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        en_vigueur_le date NOT NULL,
        enregistre_le timestamptz NOT NULL DEFAULT now(),
        CHECK ((nature = 'SIGNATURE') = (avenant IS NULL))
      );
      CREATE TABLE enjeu_version (
        version int NOT NULL REFERENCES texte_version (version),
        numero int NOT NULL REFERENCES enjeu (numero),
        libelle text NOT NULL,
        texte_officiel boolean NOT NULL,
        source text NOT NULL,
        PRIMARY KEY (version, numero)
      );
      CREATE TABLE engagement_version (
        version int NOT NULL REFERENCES texte_version (version),
        code text NOT NULL REFERENCES engagement (code),
        numero int NOT NULL,
        enjeu int NOT NULL,
        libelle text NOT NULL,
        texte_officiel boolean NOT NULL,
        source text,
        pilote text NOT NULL CHECK (pilote IN ('ETAT', 'REGION', 'POLE_EMPLOI')),
        copilotes text[] NOT NULL CHECK (copilotes <@ ARRAY['ETAT', 'REGION', 'POLE_EMPLOI']),
        echeance date,
        PRIMARY KEY (version, code),
        FOREIGN KEY (version, enjeu) REFERENCES enjeu_version (version, numero)
      );
      CREATE TABLE protocole_etape (
        protocole text NOT NULL REFERENCES protocole (id),
        rang int NOT NULL,
        etat text NOT NULL CHECK (etat IN ('PROJET', 'SIGNE')),
        le date,
        parties jsonb NOT NULL,
        source text NOT NULL,
        PRIMARY KEY (protocole, rang)
      );
      CREATE TABLE engagement_indicateur (
        engagement text NOT NULL REFERENCES engagement (code),
        partenaire text NOT NULL CHECK (partenaire IN ('ETAT', 'REGION', 'POLE_EMPLOI')),
        indicateur text COLLATE "C" NOT NULL,
        PRIMARY KEY (engagement, partenaire, indicateur)
      );

      INSERT INTO texte_version
      SELECT 1, id, 'SIGNATURE', NULL, intitule, signe_le, lieu, signataires, en_presence_de,
             texte_officiel, source, empreinte, signe_le, enregistre_le
      FROM protocole ORDER BY signe_le LIMIT 1;
      INSERT INTO enjeu_version
      SELECT 1, numero, libelle, texte_officiel, source FROM enjeu;
      INSERT INTO engagement_version
      SELECT 1, code, numero, enjeu, libelle, texte_officiel, source, pilote, copilotes, echeance
      FROM engagement;

      ${appendOnly(...TABLES)}
      ${TABLES.map(
        (table) => `
          ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
          ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
          CREATE POLICY ${table}_lire ON ${table} FOR SELECT USING (true);
          CREATE POLICY ${table}_ajouter ON ${table} FOR INSERT
            WITH CHECK ((SELECT passerelle_est_systeme()));`,
      ).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE engagement_indicateur, protocole_etape, engagement_version, enjeu_version,
        texte_version;
    `);
  }
}
