import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreerInstance1795305600100 implements MigrationInterface {
  name = 'CreerInstance1795305600100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE instance (
        id text COLLATE "C" PRIMARY KEY,
        type text NOT NULL CHECK (type IN ('SPER', 'SPEL')),
        nom text NOT NULL,
        nom_cle text COLLATE "C" NOT NULL,
        maille text NOT NULL,
        territoire text COLLATE "C" NOT NULL,
        copilotes jsonb NOT NULL,
        creee_le date NOT NULL,
        source text NOT NULL,
        FOREIGN KEY (maille, territoire) REFERENCES territoire (maille, code)
      );
      CREATE INDEX instance_territoire ON instance (maille, territoire);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE instance;');
  }
}
