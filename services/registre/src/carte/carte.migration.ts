import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../database/append-only.js';

/** The ownership map by revision, and the requests of change that lead from one to the next. */
export class CreerCarte1795370500002 implements MigrationInterface {
  name = 'CreerCarte1795370500002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE carte_revision (
        revision integer PRIMARY KEY,
        contenu jsonb NOT NULL,
        cree_le timestamptz NOT NULL,
        par text NOT NULL,
        demande uuid
      );
      ${appendOnly('carte_revision')}
      CREATE TABLE carte_demande (
        id uuid PRIMARY KEY,
        demandee_le timestamptz NOT NULL,
        par text NOT NULL,
        -- Who signed first in an emergency: the second signature is somebody else's.
        sujet text,
        editeur text NOT NULL,
        motif text NOT NULL,
        urgence boolean NOT NULL,
        statut text NOT NULL CHECK (statut IN ('EN_ATTENTE', 'APPLIQUEE', 'REFUSEE', 'EXPIREE')),
        expire_le timestamptz NOT NULL,
        proposition jsonb NOT NULL,
        sur_revision integer NOT NULL REFERENCES carte_revision,
        changements jsonb NOT NULL,
        revision integer REFERENCES carte_revision
      );
      CREATE INDEX carte_demande_recente ON carte_demande (demandee_le DESC);
      CREATE TABLE carte_accord (
        demande uuid NOT NULL REFERENCES carte_demande,
        partenaire text NOT NULL,
        decision text NOT NULL CHECK (decision IN ('EN_ATTENTE', 'ACCORD', 'REFUS')),
        par text,
        le timestamptz,
        motif text,
        PRIMARY KEY (demande, partenaire)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE carte_accord; DROP TABLE carte_demande; DROP TABLE carte_revision',
    );
  }
}
