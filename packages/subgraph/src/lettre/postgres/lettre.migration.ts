import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which letters left: one row per Monday and agent, so that one replica alone sends each. */
export class CreerLettre1795305600910 implements MigrationInterface {
  name = 'CreerLettre1795305600910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lettre_envoi (
        lundi date NOT NULL,
        sujet text COLLATE "C" NOT NULL,
        essais int NOT NULL DEFAULT 1,
        reservee_jusqua timestamptz NOT NULL,
        envoyee_le timestamptz,
        PRIMARY KEY (lundi, sujet)
      );
      ALTER TABLE lettre_envoi ENABLE ROW LEVEL SECURITY;
      ALTER TABLE lettre_envoi FORCE ROW LEVEL SECURITY;
      CREATE POLICY lettre_envoi_service ON lettre_envoi FOR ALL
        USING ((SELECT passerelle_est_systeme()))
        WITH CHECK ((SELECT passerelle_est_systeme()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lettre_envoi;');
  }
}
