import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reference territories, public: no row-level security, and written only when they are loaded. */
export class CreerTerritoire1795305600020 implements MigrationInterface {
  name = 'CreerTerritoire1795305600020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE territoire (
        maille text NOT NULL
          CHECK (maille IN ('REGION', 'DEPARTEMENT', 'ARRONDISSEMENT', 'EPCI', 'COMMUNE')),
        code text COLLATE "C" NOT NULL,
        ordre smallint NOT NULL,
        nom text NOT NULL,
        nom_cle text COLLATE "C" NOT NULL,
        population int,
        nombre_communes int NOT NULL,
        interregional boolean NOT NULL,
        longitude double precision,
        latitude double precision,
        region text,
        departement text,
        arrondissement text,
        epci text,
        PRIMARY KEY (maille, code)
      );
      CREATE INDEX territoire_tri ON territoire (ordre, nom_cle, code);
      CREATE INDEX territoire_code ON territoire (code);
      CREATE INDEX territoire_mots ON territoire USING gin ((' ' || nom_cle) gin_trgm_ops);
      CREATE INDEX territoire_departement ON territoire (departement);
      CREATE INDEX territoire_arrondissement ON territoire (arrondissement);
      CREATE INDEX territoire_epci ON territoire (epci);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE territoire;');
  }
}
