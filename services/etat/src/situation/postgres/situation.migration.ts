import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was frozen once stays: the server itself refuses to change it. */
export class CreerSituation1795305601002 implements MigrationInterface {
  name = 'CreerSituation1795305601002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE situation (
        id text COLLATE "C" PRIMARY KEY,
        titre text NOT NULL CHECK (char_length(titre) BETWEEN 1 AND 200),
        le date NOT NULL,
        arretee_le timestamptz NOT NULL DEFAULT now(),
        auteur text NOT NULL,
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        manquants text[] NOT NULL,
        contenu text NOT NULL,
        demonstration boolean NOT NULL
      );
      CREATE INDEX situation_ordre ON situation (arretee_le DESC, id);
      CREATE TRIGGER situation_sans_modification
        BEFORE UPDATE OR DELETE ON situation
        FOR EACH ROW EXECUTE FUNCTION passerelle_refuser_modification();

      ALTER TABLE situation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE situation FORCE ROW LEVEL SECURITY;
      CREATE POLICY situation_lire ON situation FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_a_droit('protocole:lire'))
      );
      CREATE POLICY situation_arreter ON situation FOR INSERT WITH CHECK (
        (SELECT passerelle_est_maison()) AND (SELECT passerelle_a_droit('etat:situation:arreter'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE situation;');
  }
}
