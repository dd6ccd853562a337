import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A session may take up the agenda of one that was too few; and the agenda keeps its former
 * versions, as what is written of a session does.
 */
export class ConvoquerDeNouveau1795406200201 implements MigrationInterface {
  name = 'ConvoquerDeNouveau1795406200201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE seance
        ADD COLUMN convocation_de text COLLATE "C" REFERENCES seance (id),
        ADD COLUMN quorum_exige boolean NOT NULL DEFAULT true,
        ADD COLUMN version_ordre int NOT NULL DEFAULT 1 CHECK (version_ordre > 0),
        ADD COLUMN ordre_auteur text,
        ADD COLUMN ordre_auteur_sujet text,
        ADD COLUMN ordre_modifie_le timestamptz,
        ADD CHECK (quorum_exige OR convocation_de IS NOT NULL);
      CREATE UNIQUE INDEX seance_convocation_de ON seance (convocation_de)
        WHERE statut <> 'ANNULEE';
      ALTER TABLE seance_version
        DROP CONSTRAINT seance_version_objet_check,
        ADD CONSTRAINT seance_version_objet_check
          CHECK (objet IN ('SEANCE', 'ORDRE_DU_JOUR', 'RELEVE', 'DECISION'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX seance_convocation_de;
      ALTER TABLE seance
        DROP COLUMN convocation_de, DROP COLUMN quorum_exige, DROP COLUMN version_ordre,
        DROP COLUMN ordre_auteur, DROP COLUMN ordre_auteur_sujet, DROP COLUMN ordre_modifie_le;
    `);
  }
}
