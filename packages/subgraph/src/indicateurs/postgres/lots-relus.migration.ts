import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sets of values of an indicator are read again, latest first, each with its cells. */
export class RelireLesLots1795493000201 implements MigrationInterface {
  name = 'RelireLesLots1795493000201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX mesure_lot_indicateur ON mesure_lot (indicateur, id DESC);
      CREATE INDEX mesure_du_lot ON mesure (lot);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mesure_lot_indicateur, mesure_du_lot;');
  }
}
