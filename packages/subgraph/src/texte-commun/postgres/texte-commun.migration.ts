import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/** The signed text is frozen: the server itself refuses to change a row of it. */
export class CreerTexteCommun1795305600010 implements MigrationInterface {
  name = 'CreerTexteCommun1795305600010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE protocole (
        id text PRIMARY KEY,
        intitule text NOT NULL,
        signe_le date NOT NULL,
        lieu text NOT NULL,
        signataires jsonb NOT NULL,
        en_presence_de text[] NOT NULL,
        texte_officiel boolean NOT NULL,
        source text NOT NULL,
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        enregistre_le timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE enjeu (
        numero int PRIMARY KEY CHECK (numero > 0),
        protocole text NOT NULL REFERENCES protocole (id),
        libelle text NOT NULL,
        texte_officiel boolean NOT NULL,
        source text NOT NULL
      );
      CREATE TABLE engagement (
        code text PRIMARY KEY CHECK (code ~ '^E[0-9]{2}$'),
        numero int NOT NULL UNIQUE CHECK (numero > 0),
        protocole text NOT NULL REFERENCES protocole (id),
        enjeu int NOT NULL REFERENCES enjeu (numero),
        libelle text NOT NULL,
        texte_officiel boolean NOT NULL,
        source text,
        pilote text NOT NULL CHECK (pilote IN ('ETAT', 'REGION', 'POLE_EMPLOI')),
        copilotes text[] NOT NULL CHECK (copilotes <@ ARRAY['ETAT', 'REGION', 'POLE_EMPLOI']),
        echeance date
      );
      CREATE INDEX engagement_enjeu ON engagement (enjeu, numero);
      ${appendOnly('protocole', 'enjeu', 'engagement')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engagement; DROP TABLE enjeu; DROP TABLE protocole;');
  }
}
