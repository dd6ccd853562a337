import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/**
 * What each agent follows and wants, read by that agent alone; and what happened, told to the
 * whole house, from which each agent's notifications are read.
 *
 * Events are noted once and not once per follower: an act costs the same whoever follows it.
 */
export class CreerSuivi1795305600900 implements MigrationInterface {
  name = 'CreerSuivi1795305600900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION passerelle_sujet() RETURNS text
        LANGUAGE sql STABLE PARALLEL SAFE AS $$
          SELECT coalesce(current_setting('passerelle.sujet', true), '')
        $$;

      CREATE TABLE suivi_carnet (
        sujet text COLLATE "C" PRIMARY KEY CHECK (sujet <> ''),
        lettre boolean NOT NULL DEFAULT false,
        courriel text CHECK (char_length(courriel) <= 254),
        fonction text NOT NULL,
        organisation text NOT NULL,
        roles text[] NOT NULL,
        maille text,
        territoire text COLLATE "C",
        derniere_visite timestamptz,
        visite_precedente timestamptz,
        lu_jusqua bigint NOT NULL DEFAULT 0,
        CHECK (NOT lettre OR courriel IS NOT NULL)
      );
      CREATE INDEX suivi_carnet_lettre ON suivi_carnet (sujet) WHERE lettre;

      CREATE TABLE suivi (
        sujet text COLLATE "C" NOT NULL,
        genre text COLLATE "C" NOT NULL,
        cle text COLLATE "C" NOT NULL,
        depuis timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (sujet, genre, cle)
      );

      CREATE TABLE filtre_enregistre (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        sujet text COLLATE "C" NOT NULL,
        page text COLLATE "C" NOT NULL,
        nom text NOT NULL,
        recherche text NOT NULL,
        UNIQUE (sujet, page, nom)
      );

      CREATE TABLE evenement (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source text COLLATE "C" NOT NULL UNIQUE,
        partenaire text COLLATE "C" NOT NULL,
        titre text NOT NULL,
        chemin text NOT NULL,
        auteur text NOT NULL,
        survenu_le timestamptz NOT NULL,
        droit text COLLATE "C",
        territoire text COLLATE "C"
      );
      CREATE INDEX evenement_droit ON evenement (droit, id DESC) WHERE droit IS NOT NULL;

      CREATE TABLE evenement_sujet (
        genre text COLLATE "C" NOT NULL,
        cle text COLLATE "C" NOT NULL,
        evenement bigint NOT NULL REFERENCES evenement (id),
        PRIMARY KEY (genre, cle, evenement)
      );
      ${appendOnly('evenement', 'evenement_sujet')}

      CREATE TABLE notification_lue (
        sujet text COLLATE "C" NOT NULL,
        evenement bigint NOT NULL REFERENCES evenement (id),
        PRIMARY KEY (sujet, evenement)
      );

      ${['suivi_carnet', 'suivi', 'filtre_enregistre', 'notification_lue'].map(ownRows).join('\n')}

      ${['evenement', 'evenement_sujet'].map(toldToTheHouse).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notification_lue, evenement_sujet, evenement, filtre_enregistre, suivi,
        suivi_carnet;
      DROP FUNCTION passerelle_sujet();
    `);
  }
}

/** Each agent's own, and nobody else's in the house; the service reads them for its letters. */
function ownRows(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY ${table}_a_soi ON ${table} FOR ALL
      USING (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND sujet = (SELECT passerelle_sujet()))
      )
      WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison())
            AND (SELECT passerelle_a_droit(passerelle_maison() || ':suivi:regler'))
            AND sujet = (SELECT passerelle_sujet()))
      );`;
}

function toldToTheHouse(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY ${table}_lire ON ${table} FOR SELECT
      USING ((SELECT passerelle_est_systeme()) OR (SELECT passerelle_est_maison()));
    CREATE POLICY ${table}_ajouter ON ${table} FOR INSERT
      WITH CHECK ((SELECT passerelle_est_systeme()));`;
}
