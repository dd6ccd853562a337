import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each body says of a second convening: a rule of its own, with the place where it wrote it.
 * Read with the body, written by who keeps its sessions.
 */
export class SecondeConvocation1795406200200 implements MigrationInterface {
  name = 'SecondeConvocation1795406200200';

  async up(runner: QueryRunner): Promise<void> {
    const tenir = `(SELECT passerelle_est_systeme())
      OR ((SELECT passerelle_est_maison())
          AND (SELECT passerelle_a_droit(passerelle_maison() || ':seance:tenir')))`;
    await runner.query(`
      CREATE TABLE instance_seconde_convocation (
        instance text COLLATE "C" PRIMARY KEY REFERENCES instance (id),
        regle text CHECK (regle IN ('QUORUM_EXIGE', 'SANS_QUORUM')),
        source text,
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        CHECK ((regle IS NULL) = (source IS NULL))
      );
      ALTER TABLE instance_seconde_convocation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE instance_seconde_convocation FORCE ROW LEVEL SECURITY;
      CREATE POLICY instance_seconde_convocation_lire ON instance_seconde_convocation
        FOR SELECT USING (
          (SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))
          OR (SELECT passerelle_lit('PUBLIC')));
      CREATE POLICY instance_seconde_convocation_ajouter ON instance_seconde_convocation
        FOR INSERT WITH CHECK (${tenir});
      CREATE POLICY instance_seconde_convocation_modifier ON instance_seconde_convocation
        FOR UPDATE USING (${tenir});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE instance_seconde_convocation;');
  }
}
