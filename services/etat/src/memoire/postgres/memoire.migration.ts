import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of the common history, each statement with its source. The references of an
 * engagement are only ever added, the last version is in force.
 */
export class CreerMemoire1795305601000 implements MigrationInterface {
  name = 'CreerMemoire1795305601000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE memoire_fiche (
        genre text COLLATE "C" NOT NULL
          CHECK (genre IN ('FRISE', 'DOCUMENT', 'DIVERGENCE', 'COMMUNIQUE')),
        id text COLLATE "C" NOT NULL,
        rang text COLLATE "C" NOT NULL,
        contenu jsonb NOT NULL,
        PRIMARY KEY (genre, id)
      );
      CREATE INDEX memoire_fiche_rang ON memoire_fiche (genre, rang, id);

      CREATE TABLE texte_numerote (
        genre text NOT NULL CHECK (genre IN ('PRINCIPE', 'CHANTIER')),
        numero int NOT NULL CHECK (numero BETWEEN 1 AND 10),
        libelle text CHECK (char_length(libelle) BETWEEN 1 AND 500),
        source jsonb,
        PRIMARY KEY (genre, numero),
        CHECK ((libelle IS NULL) = (source IS NULL))
      );

      CREATE TABLE references_engagement (
        engagement text NOT NULL,
        version int NOT NULL CHECK (version > 0),
        principes int[] NOT NULL,
        chantiers int[] NOT NULL,
        documents text[] NOT NULL,
        auteur text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL,
        PRIMARY KEY (engagement, version)
      );
      CREATE TRIGGER references_engagement_sans_modification
        BEFORE UPDATE OR DELETE ON references_engagement
        FOR EACH ROW EXECUTE FUNCTION passerelle_refuser_modification();

      ALTER TABLE texte_numerote ENABLE ROW LEVEL SECURITY;
      ALTER TABLE texte_numerote FORCE ROW LEVEL SECURITY;
      CREATE POLICY texte_numerote_lire ON texte_numerote FOR SELECT USING (true);
      CREATE POLICY texte_numerote_ajouter ON texte_numerote FOR INSERT
        WITH CHECK ((SELECT passerelle_est_systeme()));
      CREATE POLICY texte_numerote_ecrire ON texte_numerote FOR UPDATE USING (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND (SELECT passerelle_a_droit('etat:annuaire:tenir')))
      );

      ALTER TABLE references_engagement ENABLE ROW LEVEL SECURITY;
      ALTER TABLE references_engagement FORCE ROW LEVEL SECURITY;
      CREATE POLICY references_lire ON references_engagement FOR SELECT USING (true);
      CREATE POLICY references_ajouter ON references_engagement FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND (SELECT passerelle_a_droit('etat:annuaire:tenir')))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE references_engagement, texte_numerote, memoire_fiche;');
  }
}
