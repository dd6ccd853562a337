import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A kind of event that is rare is found without reading years of the others. */
export class IndexerJournalParEvenement1795370500005 implements MigrationInterface {
  name = 'IndexerJournalParEvenement1795370500005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX journal_evenement ON journal (evenement, rang DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX journal_evenement');
  }
}
