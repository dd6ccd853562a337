import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/**
 * Definitions, exact values, and what is shown of them.
 *
 * Exact values (`mesure`) are only ever added, and nobody reads them but the service and those of
 * the house who may publish: a small count is hidden by never leaving that table. What everybody
 * reads (`mesure_publiee`) holds no value where one is hidden; it is written by the service alone,
 * each time that a table changes.
 */
export class CreerIndicateur1795305600600 implements MigrationInterface {
  name = 'CreerIndicateur1795305600600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indicateur (
        code text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
        libelle text NOT NULL,
        unite text NOT NULL,
        nature text NOT NULL CHECK (nature IN ('CONTEXTE', 'ACTION')),
        perimetre text NOT NULL,
        methode text NOT NULL,
        source text NOT NULL,
        additif boolean NOT NULL,
        compte_personnes boolean NOT NULL,
        maille_minimale text NOT NULL,
        dimensions text[] NOT NULL,
        ordre int NOT NULL
      );

      CREATE TABLE mesure_lot (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        indicateur text COLLATE "C" NOT NULL REFERENCES indicateur (code),
        periodes text[] NOT NULL,
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now()
      );

      CREATE TABLE mesure (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        lot bigint NOT NULL REFERENCES mesure_lot (id),
        indicateur text COLLATE "C" NOT NULL REFERENCES indicateur (code),
        periode text COLLATE "C" NOT NULL,
        maille text NOT NULL,
        territoire text COLLATE "C" NOT NULL,
        dimension text NOT NULL DEFAULT '' CHECK (dimension IN ('', 'SEXE', 'AGE', 'ZONE')),
        modalite text NOT NULL DEFAULT '' CHECK ((modalite = '') = (dimension = '')),
        valeur double precision NOT NULL CHECK (valeur >= 0),
        date_valeur date NOT NULL,
        source text NOT NULL,
        demonstration boolean NOT NULL
      );
      CREATE INDEX mesure_cellule
        ON mesure (indicateur, periode, maille, territoire, dimension, modalite, id DESC);

      CREATE TABLE mesure_tableau (
        indicateur text COLLATE "C" NOT NULL REFERENCES indicateur (code),
        periode text COLLATE "C" NOT NULL,
        version int NOT NULL CHECK (version > 0),
        publie_le timestamptz NOT NULL,
        auteur text NOT NULL,
        PRIMARY KEY (indicateur, periode)
      );

      CREATE TABLE mesure_publiee (
        indicateur text COLLATE "C" NOT NULL,
        periode text COLLATE "C" NOT NULL,
        maille text NOT NULL,
        territoire text COLLATE "C" NOT NULL,
        dimension text NOT NULL,
        modalite text NOT NULL,
        debut date NOT NULL,
        fin date NOT NULL,
        valeur double precision,
        masque boolean NOT NULL CHECK (masque = (valeur IS NULL)),
        calculee boolean NOT NULL,
        manquants text[] NOT NULL,
        maille_addition text,
        date_valeur date NOT NULL,
        source text NOT NULL,
        demonstration boolean NOT NULL,
        PRIMARY KEY (indicateur, periode, maille, territoire, dimension, modalite),
        FOREIGN KEY (indicateur, periode) REFERENCES mesure_tableau (indicateur, periode)
      );
      CREATE INDEX mesure_publiee_territoire
        ON mesure_publiee (maille, territoire, indicateur, fin DESC) WHERE dimension = '';
      CREATE INDEX mesure_publiee_periode
        ON mesure_publiee (indicateur, fin DESC, periode) WHERE dimension = '';

      ${appendOnly('mesure', 'mesure_lot')}

      ALTER TABLE indicateur ENABLE ROW LEVEL SECURITY;
      ALTER TABLE indicateur FORCE ROW LEVEL SECURITY;
      CREATE POLICY indicateur_lire ON indicateur FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PUBLIC'))
      );
      CREATE POLICY indicateur_ecrire ON indicateur FOR ALL
        USING ((SELECT passerelle_est_systeme())) WITH CHECK ((SELECT passerelle_est_systeme()));

      ALTER TABLE mesure_lot ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mesure_lot FORCE ROW LEVEL SECURITY;
      ALTER TABLE mesure ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mesure FORCE ROW LEVEL SECURITY;
      CREATE POLICY lot_lire ON mesure_lot FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR ((SELECT passerelle_est_maison())
          AND (SELECT passerelle_a_droit(passerelle_maison() || ':indicateur:publier')))
      );
      CREATE POLICY lot_ajouter ON mesure_lot FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme()) OR ((SELECT passerelle_est_maison())
          AND (SELECT passerelle_a_droit(passerelle_maison() || ':indicateur:publier')))
      );
      CREATE POLICY mesure_lire ON mesure FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR ((SELECT passerelle_est_maison())
          AND (SELECT passerelle_a_droit(passerelle_maison() || ':indicateur:publier')))
      );
      CREATE POLICY mesure_ajouter ON mesure FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme()) OR ((SELECT passerelle_est_maison())
          AND (SELECT passerelle_a_droit(passerelle_maison() || ':indicateur:publier')))
      );

      ALTER TABLE mesure_tableau ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mesure_tableau FORCE ROW LEVEL SECURITY;
      CREATE POLICY tableau_lire ON mesure_tableau FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PUBLIC'))
      );
      CREATE POLICY tableau_ecrire ON mesure_tableau FOR ALL
        USING ((SELECT passerelle_est_systeme())) WITH CHECK ((SELECT passerelle_est_systeme()));

      ALTER TABLE mesure_publiee ENABLE ROW LEVEL SECURITY;
      ALTER TABLE mesure_publiee FORCE ROW LEVEL SECURITY;
      CREATE POLICY publiee_lire ON mesure_publiee FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PUBLIC'))
      );
      CREATE POLICY publiee_ecrire ON mesure_publiee FOR ALL
        USING ((SELECT passerelle_est_systeme())) WITH CHECK ((SELECT passerelle_est_systeme()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mesure_publiee, mesure_tableau, mesure, mesure_lot, indicateur CASCADE;
    `);
  }
}
