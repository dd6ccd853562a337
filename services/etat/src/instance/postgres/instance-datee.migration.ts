import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bodies end and others follow them; their seats are dated too. */
export class DaterInstance1795305600300 implements MigrationInterface {
  name = 'DaterInstance1795305600300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE instance
        DROP CONSTRAINT instance_type_check,
        ADD CONSTRAINT instance_type_check
          CHECK (type IN ('SPER', 'SPEL', 'CORE', 'CDE', 'CLE')),
        ADD COLUMN dissoute_le date,
        ADD COLUMN predecesseur text COLLATE "C" UNIQUE REFERENCES instance (id),
        ADD CHECK (dissoute_le >= creee_le);

      CREATE TABLE instance_membre (
        instance text COLLATE "C" NOT NULL REFERENCES instance (id),
        rang smallint NOT NULL,
        fonction text NOT NULL,
        organisation text NOT NULL,
        partenaire text CHECK (partenaire IN ('ETAT', 'REGION', 'POLE_EMPLOI')),
        copilote boolean NOT NULL,
        voix boolean NOT NULL,
        du date,
        au date CHECK (au >= du),
        PRIMARY KEY (instance, rang)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE instance_membre;
      DELETE FROM instance WHERE type NOT IN ('SPER', 'SPEL');
      ALTER TABLE instance
        DROP COLUMN dissoute_le,
        DROP COLUMN predecesseur,
        DROP CONSTRAINT instance_type_check,
        ADD CONSTRAINT instance_type_check CHECK (type IN ('SPER', 'SPEL'));
    `);
  }
}
