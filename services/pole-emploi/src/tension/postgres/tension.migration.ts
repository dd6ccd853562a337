import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreerTension1795305600310 implements MigrationInterface {
  name = 'CreerTension1795305600310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tension (
        id text COLLATE "C" PRIMARY KEY,
        code_rome text COLLATE "C" NOT NULL REFERENCES metier (code_rome),
        maille text NOT NULL,
        territoire text COLLATE "C" NOT NULL,
        annee int NOT NULL,
        niveau int NOT NULL CHECK (niveau BETWEEN 1 AND 5),
        facteurs text[] NOT NULL,
        source text NOT NULL,
        arrete_le date NOT NULL,
        demonstration boolean NOT NULL,
        UNIQUE (code_rome, maille, territoire, annee),
        FOREIGN KEY (maille, territoire) REFERENCES territoire (maille, code)
      );
      CREATE INDEX tension_tri ON tension ((-annee), (-niveau), id);
      CREATE INDEX tension_metier ON tension (code_rome, (-annee), (-niveau), id);
      CREATE INDEX tension_territoire ON tension (maille, territoire, (-annee), (-niveau), id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tension;');
  }
}
