import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/**
 * That other houses proposed other figures, by their keys alone (what they propose stays with
 * them), and what this house answered. The index holds only what awaits an answer.
 */
export class RepondreAuxContrePropositions1795406200301 implements MigrationInterface {
  name = 'RepondreAuxContrePropositions1795406200301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contre_proposition_recue (
        valeur text COLLATE "C" NOT NULL,
        maison text COLLATE "C" NOT NULL,
        version int NOT NULL CHECK (version > 0),
        auteur text NOT NULL,
        faite_le timestamptz NOT NULL,
        repondue boolean NOT NULL DEFAULT false,
        PRIMARY KEY (valeur, maison)
      );
      CREATE INDEX contre_proposition_recue_ordre
        ON contre_proposition_recue (faite_le DESC, valeur, maison);
      CREATE INDEX contre_proposition_recue_attente
        ON contre_proposition_recue (faite_le DESC, valeur, maison) WHERE NOT repondue;

      CREATE TABLE contre_proposition_reponse (
        valeur text COLLATE "C" NOT NULL,
        maison text COLLATE "C" NOT NULL,
        version int NOT NULL,
        issue text NOT NULL CHECK (issue IN ('RETENUE', 'ECARTEE')),
        motif text NOT NULL CHECK (char_length(motif) BETWEEN 10 AND 1000),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        repondue_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL,
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        PRIMARY KEY (valeur, maison, version)
      );
      ${appendOnly('contre_proposition_reponse')}

      ALTER TABLE contre_proposition_recue ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contre_proposition_recue FORCE ROW LEVEL SECURITY;
      CREATE POLICY recue_lire ON contre_proposition_recue FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))
      );
      CREATE POLICY recue_ecrire ON contre_proposition_recue FOR ALL
        USING ((SELECT passerelle_est_systeme())) WITH CHECK ((SELECT passerelle_est_systeme()));

      ALTER TABLE contre_proposition_reponse ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contre_proposition_reponse FORCE ROW LEVEL SECURITY;
      CREATE POLICY reponse_lire ON contre_proposition_reponse FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))
      );
      CREATE POLICY reponse_ajouter ON contre_proposition_reponse FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme()) OR ((SELECT passerelle_est_maison())
          AND (SELECT passerelle_a_droit(passerelle_maison() || ':indicateur:publier')))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE contre_proposition_reponse, contre_proposition_recue;');
  }
}
