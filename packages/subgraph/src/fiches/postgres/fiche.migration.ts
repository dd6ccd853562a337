import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from '../../database/append-only.js';

/**
 * A version's content and the acts on it, both only ever added; the state is what the acts say.
 *
 * Who may read: the house everything; the others what was published, as far as its visibility
 * goes. `visibilite` is repeated on the acts so that the policy of the versions can rely on the
 * acts without the two policies reading each other in circles.
 */
export class CreerFiche1795305600500 implements MigrationInterface {
  name = 'CreerFiche1795305600500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fiche_version (
        numero int NOT NULL CHECK (numero > 0),
        version int NOT NULL CHECK (version > 0),
        titre text NOT NULL CHECK (char_length(titre) BETWEEN 1 AND 200),
        titre_cle text COLLATE "C" NOT NULL,
        objet text CHECK (char_length(objet) BETWEEN 1 AND 4000),
        engagement text COLLATE "C" NOT NULL REFERENCES engagement (code),
        statut text NOT NULL CHECK (
          statut IN ('A_VENIR', 'EN_COURS', 'REALISEE', 'EN_PAUSE', 'ABANDONNEE')),
        debut date,
        fin date CHECK (fin >= debut),
        experimental boolean NOT NULL,
        etapes jsonb NOT NULL,
        budget jsonb NOT NULL,
        visibilite text NOT NULL CHECK (visibilite IN ('MAISON', 'PARTENAIRES', 'PUBLIC')),
        variante_de int,
        prolonge int,
        evaluation_texte text CHECK (char_length(evaluation_texte) BETWEEN 1 AND 4000),
        evaluation_le date,
        issue text CHECK (issue IN ('GENERALISEE', 'ADAPTEE', 'ARRETEE')),
        motif_issue text CHECK (char_length(motif_issue) BETWEEN 1 AND 4000),
        suite int,
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL,
        PRIMARY KEY (numero, version),
        CHECK (NOT experimental OR fin <= DATE '2023-12-31' AND fin IS NOT NULL),
        CHECK ((evaluation_texte IS NULL) = (evaluation_le IS NULL)),
        CHECK (issue IS NULL OR (experimental AND evaluation_le IS NOT NULL
                                 AND motif_issue IS NOT NULL)),
        CHECK ((issue IN ('GENERALISEE', 'ADAPTEE')) = (suite IS NOT NULL)
               OR (issue IS NULL AND suite IS NULL))
      );
      CREATE INDEX fiche_engagement ON fiche_version (engagement, numero);
      CREATE INDEX fiche_variante ON fiche_version (variante_de, numero)
        WHERE variante_de IS NOT NULL;
      CREATE INDEX fiche_experimentale ON fiche_version (fin, numero) WHERE experimental;
      CREATE INDEX fiche_mots ON fiche_version USING gin ((' ' || titre_cle) gin_trgm_ops);

      CREATE TABLE fiche_territoire (
        numero int NOT NULL,
        version int NOT NULL,
        rang int NOT NULL,
        maille text COLLATE "C" NOT NULL,
        code text COLLATE "C" NOT NULL,
        PRIMARY KEY (numero, version, rang),
        FOREIGN KEY (numero, version) REFERENCES fiche_version (numero, version),
        FOREIGN KEY (maille, code) REFERENCES territoire (maille, code)
      );
      CREATE INDEX fiche_territoire_cle ON fiche_territoire (code, maille, numero);

      CREATE TABLE fiche_acte (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        numero int NOT NULL,
        version int NOT NULL,
        acte text NOT NULL CHECK (acte IN ('MODIFIER', 'PUBLIER', 'ABANDONNER')),
        visibilite text NOT NULL CHECK (visibilite IN ('MAISON', 'PARTENAIRES', 'PUBLIC')),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now(),
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        UNIQUE (numero, version, acte),
        FOREIGN KEY (numero, version) REFERENCES fiche_version (numero, version)
      );
      ${appendOnly('fiche_version', 'fiche_territoire', 'fiche_acte')}

      ALTER TABLE fiche_acte ENABLE ROW LEVEL SECURITY;
      ALTER TABLE fiche_acte FORCE ROW LEVEL SECURITY;
      CREATE POLICY fiche_acte_lire ON fiche_acte FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR (acte = 'PUBLIER' AND (
          (visibilite = 'PUBLIC' AND (SELECT passerelle_lit('PUBLIC')))
          OR (visibilite = 'PARTENAIRES' AND (SELECT passerelle_lit('PARTENAIRES')))
        ))
      );
      CREATE POLICY fiche_acte_ajouter ON fiche_acte FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison()) AND CASE acte
          WHEN 'PUBLIER' THEN (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:publier'))
          ELSE (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:modifier'))
        END)
      );

      ALTER TABLE fiche_version ENABLE ROW LEVEL SECURITY;
      ALTER TABLE fiche_version FORCE ROW LEVEL SECURITY;
      CREATE POLICY fiche_version_lire ON fiche_version FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR EXISTS (
          SELECT FROM fiche_acte a
          WHERE a.numero = fiche_version.numero AND a.version = fiche_version.version
            AND a.acte = 'PUBLIER'
        )
      );
      CREATE POLICY fiche_version_ajouter ON fiche_version FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison())
            AND (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:modifier')))
      );

      ALTER TABLE fiche_territoire ENABLE ROW LEVEL SECURITY;
      ALTER TABLE fiche_territoire FORCE ROW LEVEL SECURITY;
      CREATE POLICY fiche_territoire_lire ON fiche_territoire FOR SELECT USING (
        (SELECT passerelle_est_systeme())
        OR (SELECT passerelle_est_maison())
        OR EXISTS (
          SELECT FROM fiche_acte a
          WHERE a.numero = fiche_territoire.numero AND a.version = fiche_territoire.version
            AND a.acte = 'PUBLIER'
        )
      );
      CREATE POLICY fiche_territoire_ajouter ON fiche_territoire FOR INSERT WITH CHECK (
        (SELECT passerelle_est_systeme())
        OR ((SELECT passerelle_est_maison())
            AND (SELECT passerelle_a_droit(passerelle_maison() || ':fiche:modifier')))
      );

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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW fiche;
      DROP TABLE fiche_version, fiche_territoire, fiche_acte CASCADE;
    `);
  }
}
