import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

const TABLES = [
  'participation_point',
  'participation_retrait',
  'participation_accord',
  'participation_validation',
  'participation_suite',
  'participation_envoi',
] as const;

/**
 * What the house did about sessions and decisions, only ever added: each row stands beside the
 * signed act that tells it to the others. `participation_envoi` keeps the keys under which the
 * house's agents sent what must not be done twice.
 *
 * Read by every agent of the three houses, and by no integrator: what is public of a decision is
 * said by its owner once it is adopted.
 */
export class CreerParticipation1795305600400 implements MigrationInterface {
  name = 'CreerParticipation1795305600400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE participation_point (
        seance text COLLATE "C" NOT NULL,
        numero int NOT NULL CHECK (numero > 0),
        titre text NOT NULL CHECK (char_length(titre) BETWEEN 1 AND 200),
        duree int CHECK (duree BETWEEN 1 AND 480),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        propose_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL,
        PRIMARY KEY (seance, numero)
      );

      CREATE TABLE participation_retrait (
        seance text COLLATE "C" NOT NULL,
        numero int NOT NULL,
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        retire_le timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (seance, numero),
        FOREIGN KEY (seance, numero) REFERENCES participation_point (seance, numero)
      );

      CREATE TABLE participation_accord (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        seance text COLLATE "C" NOT NULL,
        nature text NOT NULL CHECK (nature IN ('ORDRE_DU_JOUR', 'RELEVE')),
        titre text CHECK (titre IN ('ETAT', 'REGION', 'RECTEUR')),
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX participation_accord_seance
        ON participation_accord (seance, nature, titre, id DESC);

      CREATE TABLE participation_validation (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        decision text COLLATE "C" NOT NULL,
        titre text NOT NULL CHECK (titre IN ('ETAT', 'REGION', 'RECTEUR')),
        empreinte text NOT NULL CHECK (empreinte ~ '^[0-9a-f]{64}$'),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX participation_validation_decision ON participation_validation (decision, titre, id DESC);

      CREATE TABLE participation_suite (
        decision text COLLATE "C" NOT NULL,
        version int NOT NULL CHECK (version > 0),
        avancement text NOT NULL
          CHECK (avancement IN ('A_FAIRE', 'EN_COURS', 'FAITE', 'ABANDONNEE')),
        texte text CHECK (char_length(texte) BETWEEN 1 AND 2000),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL,
        PRIMARY KEY (decision, version)
      );

      CREATE TABLE participation_envoi (
        cle_idempotence text PRIMARY KEY,
        empreinte_demande text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now()
      );
      ${appendOnly(...TABLES)}

      ${TABLES.map(
        (table) => `
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_lire ON ${table} FOR SELECT USING (
          (SELECT passerelle_est_systeme())
          OR (SELECT passerelle_est_maison())
          ${table === 'participation_envoi' ? '' : `OR (SELECT passerelle_lit('PARTENAIRES'))`}
        );`,
      ).join('\n')}

      CREATE POLICY envoi_ajouter ON participation_envoi FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_est_maison()));

      CREATE POLICY point_ajouter ON participation_point FOR INSERT WITH CHECK (
        ${writtenWith('seance:participer')});
      CREATE POLICY retrait_ajouter ON participation_retrait FOR INSERT WITH CHECK (
        ${writtenWith('seance:participer')});
      CREATE POLICY suite_ajouter ON participation_suite FOR INSERT WITH CHECK (
        ${writtenWith('seance:participer')});
      CREATE POLICY accord_ajouter ON participation_accord FOR INSERT WITH CHECK (
        CASE nature WHEN 'RELEVE' THEN ${writtenWith('releve:valider')}
          ELSE ${writtenWith('seance:participer')} END);
      CREATE POLICY validation_ajouter ON participation_validation FOR INSERT WITH CHECK (
        CASE titre WHEN 'RECTEUR' THEN ${writtenWith('decision:valider-recteur')}
          ELSE ${writtenWith('decision:valider')} END);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.toReversed().join(', ')} CASCADE;`);
  }
}

/** SQL: an agent of the house who has this right there, or the service itself. */
function writtenWith(droit: string): string {
  return `((SELECT passerelle_est_systeme()) OR ((SELECT passerelle_est_maison())
    AND (SELECT passerelle_a_droit(passerelle_maison() || ':${droit}'))))`;
}
