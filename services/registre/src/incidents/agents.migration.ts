import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For how many agents a module failed: one alone takes nothing back from everyone. */
export class AjouterAgents1795370500004 implements MigrationInterface {
  name = 'AjouterAgents1795370500004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE incident ADD COLUMN agents integer NOT NULL DEFAULT 0;
      COMMENT ON COLUMN incident.agents IS 'Most distinct agents that one gateway knew; never who.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE incident DROP COLUMN agents');
  }
}
