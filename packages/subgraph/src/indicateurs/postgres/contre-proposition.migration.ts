import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/** What this house says of the others' figures; read by everybody at work, changed by nobody. */
export class CreerContreProposition1795305600601 implements MigrationInterface {
  name = 'CreerContreProposition1795305600601';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contre_proposition (
        valeur text COLLATE "C" NOT NULL,
        version int NOT NULL CHECK (version > 0),
        proposee double precision NOT NULL CHECK (proposee >= 0),
        motif text NOT NULL CHECK (char_length(motif) BETWEEN 10 AND 1000),
        methode text NOT NULL CHECK (char_length(methode) BETWEEN 10 AND 1000),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        faite_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL,
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        PRIMARY KEY (valeur, version)
      );
      ${appendOnly('contre_proposition')}

      ALTER TABLE contre_proposition ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contre_proposition FORCE ROW LEVEL SECURITY;
      CREATE POLICY contre_proposition_lire ON contre_proposition FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))
      );
      CREATE POLICY contre_proposition_ajouter ON contre_proposition FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme()) OR ((SELECT passerelle_est_maison())
          AND (SELECT passerelle_a_droit(passerelle_maison() || ':indicateur:proposer')))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contre_proposition;');
  }
}
