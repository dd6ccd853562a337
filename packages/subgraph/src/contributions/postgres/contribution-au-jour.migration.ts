import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was published as of a day is found from the publications, by engagement and instant. */
export class LireContributionAuJour1795493000301 implements MigrationInterface {
  name = 'LireContributionAuJour1795493000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX contribution_acte_publications
        ON contribution_acte (engagement, fait_le DESC, version DESC) WHERE acte = 'PUBLIER'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX contribution_acte_publications');
  }
}
