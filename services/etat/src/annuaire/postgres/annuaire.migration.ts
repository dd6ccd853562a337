import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreerAnnuaire1795305601001 implements MigrationInterface {
  name = 'CreerAnnuaire1795305601001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id text COLLATE "C" PRIMARY KEY,
        type text COLLATE "C" NOT NULL,
        partenaire text CHECK (partenaire IN ('ETAT', 'REGION', 'POLE_EMPLOI')),
        noms jsonb NOT NULL,
        rang int NOT NULL,
        nom_cle text COLLATE "C" NOT NULL,
        recherche_cle text COLLATE "C" NOT NULL,
        maille text NOT NULL,
        territoire text COLLATE "C" NOT NULL,
        sujets text[] NOT NULL,
        contact jsonb,
        source jsonb NOT NULL,
        demonstration boolean NOT NULL,
        FOREIGN KEY (maille, territoire) REFERENCES territoire (maille, code)
      );
      CREATE INDEX organisation_ordre ON organisation (rang, nom_cle, id);
      CREATE INDEX organisation_territoire ON organisation (maille, territoire);
      CREATE INDEX organisation_sujets ON organisation USING gin (sujets);
      CREATE INDEX organisation_recherche ON organisation
        USING gin ((' ' || recherche_cle) gin_trgm_ops);

      CREATE TABLE role_tenu (
        id text COLLATE "C" PRIMARY KEY,
        organisation text COLLATE "C" NOT NULL REFERENCES organisation (id),
        fonction text NOT NULL CHECK (char_length(fonction) BETWEEN 1 AND 200),
        titulaire text CHECK (char_length(titulaire) BETWEEN 1 AND 120),
        alias jsonb NOT NULL,
        du date NOT NULL,
        au date,
        source jsonb NOT NULL,
        CHECK (au IS NULL OR au >= du)
      );
      CREATE INDEX role_tenu_organisation ON role_tenu (organisation, du DESC);

      ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
      CREATE POLICY organisation_lire ON organisation FOR SELECT USING (true);
      CREATE POLICY organisation_ajouter ON organisation FOR INSERT
        WITH CHECK ((SELECT passerelle_est_systeme()));
      CREATE POLICY organisation_ecrire ON organisation FOR UPDATE USING (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND (SELECT passerelle_a_droit('etat:annuaire:tenir')))
      );

      ALTER TABLE role_tenu ENABLE ROW LEVEL SECURITY;
      ALTER TABLE role_tenu FORCE ROW LEVEL SECURITY;
      CREATE POLICY role_lire ON role_tenu FOR SELECT USING (true);
      CREATE POLICY role_ajouter ON role_tenu FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND (SELECT passerelle_a_droit('etat:annuaire:tenir')))
      );
      CREATE POLICY role_finir ON role_tenu FOR UPDATE USING (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND (SELECT passerelle_a_droit('etat:annuaire:tenir')))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE role_tenu, organisation;');
  }
}
