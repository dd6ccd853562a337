import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Between the draft and its publication, a validation by somebody else of the house, or a return
 * to the writing with its reason.
 */
export class ValiderFiche1795406200501 implements MigrationInterface {
  name = 'ValiderFiche1795406200501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE fiche_acte
        DROP CONSTRAINT fiche_acte_acte_check,
        ADD CONSTRAINT fiche_acte_acte_check CHECK (
          acte IN ('MODIFIER', 'VALIDER', 'RENVOYER', 'PUBLIER', 'ABANDONNER')),
        ADD COLUMN motif text CHECK (char_length(motif) BETWEEN 1 AND 4000),
        ADD CONSTRAINT fiche_acte_motif_du_renvoi CHECK ((acte = 'RENVOYER') = (motif IS NOT NULL));

      DROP POLICY fiche_acte_ajouter ON fiche_acte;
      CREATE POLICY fiche_acte_ajouter ON fiche_acte FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND CASE acte
          WHEN 'VALIDER' THEN (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:valider'))
          WHEN 'RENVOYER' THEN (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:valider'))
          WHEN 'PUBLIER' THEN (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:publier'))
          ELSE (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:modifier'))
        END)
      );

      CREATE FUNCTION passerelle_fiche_validee_par_un_autre() RETURNS trigger
      LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM fiche_version v
          WHERE v.numero = NEW.numero AND v.version = NEW.version
            AND v.auteur_sujet = NEW.auteur_sujet
        ) THEN
          RAISE EXCEPTION 'une version de fiche se valide par un autre que son auteur'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER fiche_acte_validee_par_un_autre
        BEFORE INSERT ON fiche_acte
        FOR EACH ROW WHEN (NEW.acte = 'VALIDER')
        EXECUTE FUNCTION passerelle_fiche_validee_par_un_autre();

      CREATE OR REPLACE VIEW fiche WITH (security_invoker = true) AS
      SELECT v.*,
             CASE WHEN p.fait_le IS NOT NULL THEN 'PUBLIEE'
                  WHEN EXISTS (
                    SELECT FROM fiche_acte renvoi
                    WHERE renvoi.numero = v.numero AND renvoi.version = v.version
                      AND renvoi.acte = 'RENVOYER') THEN 'BROUILLON'
                  WHEN EXISTS (
                    SELECT FROM fiche_acte validation
                    WHERE validation.numero = v.numero AND validation.version = v.version
                      AND validation.acte = 'VALIDER') THEN 'VALIDEE'
                  ELSE 'BROUILLON' END AS etat,
             p.fait_le AS publie_le,
             p.fait_le IS NULL AND EXISTS (
               SELECT FROM fiche_acte renvoi
               WHERE renvoi.numero = v.numero AND renvoi.version = v.version
                 AND renvoi.acte = 'RENVOYER') AS renvoyee
      FROM fiche_version v
      LEFT JOIN fiche_acte p
        ON p.numero = v.numero AND p.version = v.version AND p.acte = 'PUBLIER'
      WHERE NOT EXISTS (
        SELECT FROM fiche_acte abandon
        WHERE abandon.numero = v.numero AND abandon.version = v.version
          AND abandon.acte = 'ABANDONNER'
      );

      CREATE INDEX fiche_statut ON fiche_version (statut, numero);
      CREATE INDEX fiche_issue ON fiche_version (issue, numero) WHERE issue IS NOT NULL;
    `);
  }

  /** @throws when a version was validated or sent back: that would no longer be said anywhere */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX fiche_statut, fiche_issue;
      DROP VIEW fiche;
      CREATE VIEW fiche WITH (security_invoker = true) AS
      SELECT v.*, CASE WHEN p.fait_le IS NULL THEN 'BROUILLON' ELSE 'PUBLIEE' END AS etat,
             p.fait_le AS publie_le
      FROM fiche_version v
      LEFT JOIN fiche_acte p
        ON p.numero = v.numero AND p.version = v.version AND p.acte = 'PUBLIER'
      WHERE NOT EXISTS (
        SELECT FROM fiche_acte abandon
        WHERE abandon.numero = v.numero AND abandon.version = v.version
          AND abandon.acte = 'ABANDONNER'
      );
      DROP TRIGGER fiche_acte_validee_par_un_autre ON fiche_acte;
      DROP FUNCTION passerelle_fiche_validee_par_un_autre();
      DROP POLICY fiche_acte_ajouter ON fiche_acte;
      CREATE POLICY fiche_acte_ajouter ON fiche_acte FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND CASE acte
          WHEN 'PUBLIER' THEN (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:publier'))
          ELSE (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:modifier'))
        END)
      );
      ALTER TABLE fiche_acte
        DROP CONSTRAINT fiche_acte_motif_du_renvoi,
        DROP COLUMN motif,
        DROP CONSTRAINT fiche_acte_acte_check,
        ADD CONSTRAINT fiche_acte_acte_check CHECK (acte IN ('MODIFIER', 'PUBLIER', 'ABANDONNER'));
    `);
  }
}
