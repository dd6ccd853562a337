import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/** Opinions of the social partners, as the secretariat records them; every partner reads them. */
export class CreerAvis1795305600502 implements MigrationInterface {
  name = 'CreerAvis1795305600502';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE avis (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        fiche text COLLATE "C" NOT NULL,
        organisation text NOT NULL CHECK (char_length(organisation) BETWEEN 1 AND 200),
        sens text NOT NULL CHECK (sens IN ('FAVORABLE', 'DEFAVORABLE', 'RESERVE')),
        motif text CHECK (char_length(motif) BETWEEN 1 AND 4000),
        donne_le date NOT NULL,
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        enregistre_le timestamptz NOT NULL DEFAULT now(),
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        demonstration boolean NOT NULL
      );
      CREATE INDEX avis_fiche ON avis (fiche, organisation, id);
      ${appendOnly('avis')}

      ALTER TABLE avis ENABLE ROW LEVEL SECURITY;
      ALTER TABLE avis FORCE ROW LEVEL SECURITY;
      CREATE POLICY avis_lire ON avis FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))
      );
      CREATE POLICY avis_ajouter ON avis FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison())
            AND (SELECT passerelle_a_droit(passerelle_maison() || ':avis:enregistrer')))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE avis;');
  }
}
