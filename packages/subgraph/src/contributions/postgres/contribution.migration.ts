import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/**
 * A version's content and the acts on it, both only ever added; the state is what the acts say.
 *
 * Who may read: the house everything; the others what was published, as far as its visibility
 * goes. `visibilite` is repeated on the acts so that the policy of the versions can rely on the
 * acts without the two policies reading each other in circles.
 */
export class CreerContribution1795305600030 implements MigrationInterface {
  name = 'CreerContribution1795305600030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contribution_version (
        engagement text NOT NULL REFERENCES engagement (code),
        version int NOT NULL CHECK (version > 0),
        avancement int NOT NULL CHECK (avancement BETWEEN 0 AND 100),
        meteo text NOT NULL CHECK (meteo IN ('SOLEIL', 'COUVERT', 'NUAGE', 'ORAGE')),
        commentaire text CHECK (char_length(commentaire) BETWEEN 1 AND 2000),
        preuve text CHECK (char_length(preuve) BETWEEN 1 AND 300),
        visibilite text NOT NULL CHECK (visibilite IN ('MAISON', 'PARTENAIRES', 'PUBLIC')),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL,
        PRIMARY KEY (engagement, version)
      );

      CREATE TABLE contribution_acte (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        engagement text NOT NULL,
        version int NOT NULL,
        acte text NOT NULL CHECK (acte IN ('MODIFIER', 'VALIDER', 'PUBLIER', 'ABANDONNER')),
        visibilite text NOT NULL CHECK (visibilite IN ('MAISON', 'PARTENAIRES', 'PUBLIC')),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now(),
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        UNIQUE (engagement, version, acte),
        FOREIGN KEY (engagement, version) REFERENCES contribution_version (engagement, version)
      );
      ${appendOnly('contribution_version', 'contribution_acte')}

      ALTER TABLE contribution_acte ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contribution_acte FORCE ROW LEVEL SECURITY;
      CREATE POLICY acte_lire ON contribution_acte FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR (acte = 'PUBLIER' AND (
          (visibilite = 'PUBLIC' AND (SELECT passerelle_lit('PUBLIC')))
          OR (visibilite = 'PARTENAIRES' AND (SELECT passerelle_lit('PARTENAIRES')))
        ))
      );
      CREATE POLICY acte_ajouter ON contribution_acte FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND CASE acte
          WHEN 'VALIDER' THEN
            (SELECT passerelle_a_droit(passerelle_maison() || ':contribution:valider'))
          WHEN 'PUBLIER' THEN
            (SELECT passerelle_a_droit(passerelle_maison() || ':contribution:publier'))
          ELSE (SELECT passerelle_a_droit(passerelle_maison() || ':contribution:modifier'))
        END)
      );

      ALTER TABLE contribution_version ENABLE ROW LEVEL SECURITY;
      ALTER TABLE contribution_version FORCE ROW LEVEL SECURITY;
      CREATE POLICY version_lire ON contribution_version FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR EXISTS (
          SELECT FROM contribution_acte a
          WHERE a.engagement = contribution_version.engagement
            AND a.version = contribution_version.version
            AND a.acte = 'PUBLIER'
        )
      );
      CREATE POLICY version_ajouter ON contribution_version FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison())
            AND (SELECT passerelle_a_droit(passerelle_maison() || ':contribution:modifier')))
      );

      CREATE VIEW contribution WITH (security_invoker = true) AS
      SELECT v.engagement, v.version, v.avancement, v.meteo, v.commentaire, v.preuve,
             v.visibilite, v.auteur, v.modifie_le, v.demonstration,
             CASE WHEN publiee.fait_le IS NOT NULL THEN 'PUBLIEE'
                  WHEN validee.fait_le IS NOT NULL THEN 'VALIDEE'
                  ELSE 'BROUILLON' END AS etat,
             publiee.fait_le AS publie_le
      FROM contribution_version v
      LEFT JOIN contribution_acte validee
        ON validee.engagement = v.engagement AND validee.version = v.version
       AND validee.acte = 'VALIDER'
      LEFT JOIN contribution_acte publiee
        ON publiee.engagement = v.engagement AND publiee.version = v.version
       AND publiee.acte = 'PUBLIER'
      WHERE NOT EXISTS (
        SELECT FROM contribution_acte abandon
        WHERE abandon.engagement = v.engagement AND abandon.version = v.version
          AND abandon.acte = 'ABANDONNER'
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW contribution;
      DROP TABLE contribution_version, contribution_acte CASCADE;
    `);
  }
}
