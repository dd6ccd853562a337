import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreerFormation1795305600200 implements MigrationInterface {
  name = 'CreerFormation1795305600200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE releve_formation (
        unique_ligne boolean PRIMARY KEY DEFAULT true CHECK (unique_ligne),
        arrete_le date NOT NULL,
        demonstration boolean NOT NULL
      );

      CREATE TABLE formation (
        numero_offre text COLLATE "C" PRIMARY KEY,
        intitule text NOT NULL,
        intitule_cle text COLLATE "C" NOT NULL,
        recherche_cle text COLLATE "C" NOT NULL,
        secteur text,
        metiers text[] NOT NULL,
        organisme text NOT NULL,
        organisme_siret text COLLATE "C" NOT NULL CHECK (organisme_siret ~ '^[0-9]{14}$'),
        certifiante boolean NOT NULL,
        maille text NOT NULL,
        lieu text COLLATE "C" NOT NULL,
        demonstration boolean NOT NULL,
        FOREIGN KEY (maille, lieu) REFERENCES territoire (maille, code)
      );
      CREATE INDEX formation_tri ON formation (intitule_cle, numero_offre);
      CREATE INDEX formation_lieu ON formation (maille, lieu);
      CREATE INDEX formation_siret ON formation (organisme_siret);
      CREATE INDEX formation_metiers ON formation USING gin (metiers);
      CREATE INDEX formation_mots ON formation USING gin ((' ' || recherche_cle) gin_trgm_ops);

      CREATE TABLE session_formation (
        numero_session text COLLATE "C" PRIMARY KEY,
        numero_offre text COLLATE "C" NOT NULL REFERENCES formation (numero_offre),
        debut date NOT NULL,
        fin date NOT NULL,
        places int NOT NULL CHECK (places >= 0),
        places_restantes int NOT NULL CHECK (places_restantes BETWEEN 0 AND places),
        maille text NOT NULL,
        lieu text COLLATE "C" NOT NULL,
        demonstration boolean NOT NULL,
        CHECK (fin >= debut),
        FOREIGN KEY (maille, lieu) REFERENCES territoire (maille, code)
      );
      CREATE INDEX session_formation_offre ON session_formation
        (numero_offre, debut, numero_session);
      CREATE INDEX session_formation_lieu ON session_formation (maille, lieu, debut);

      CREATE VIEW session_ouverte AS
      SELECT s.* FROM session_formation s
      WHERE s.places_restantes > 0
        AND s.debut > (SELECT arrete_le FROM releve_formation);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW session_ouverte;
      DROP TABLE session_formation, formation, releve_formation;
    `);
  }
}
