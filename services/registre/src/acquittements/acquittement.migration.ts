import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What gateways say of each publication, and which ones listen. */
export class CreerAcquittement1795370400007 implements MigrationInterface {
  name = 'CreerAcquittement1795370400007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE acquittement (
        canal text NOT NULL,
        numero integer NOT NULL,
        passerelle text NOT NULL,
        statut text NOT NULL,
        code text,
        message text,
        duree_ms double precision NOT NULL,
        le timestamptz NOT NULL,
        PRIMARY KEY (canal, passerelle, numero)
      );
      CREATE INDEX acquittement_numero ON acquittement (canal, numero);
      CREATE TABLE passerelle (
        canal text NOT NULL,
        nom text NOT NULL,
        numero integer NOT NULL,
        vue_le timestamptz NOT NULL,
        alarme_code text,
        alarme_message text,
        alarme_le timestamptz,
        PRIMARY KEY (canal, nom)
      );
      CREATE TABLE connexion (
        id uuid PRIMARY KEY,
        canal text NOT NULL,
        passerelle text NOT NULL,
        vue_le timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE acquittement, passerelle, connexion');
  }
}
