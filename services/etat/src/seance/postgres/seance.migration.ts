import { appendOnly } from '@passerelle/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may read: the houses and the social partners everything; integrators what is public. */
const LIRE_PUBLIC = `(publique AND (SELECT passerelle_lit('PUBLIC')))`;
const LIRE = `(SELECT passerelle_est_systeme()) OR (SELECT passerelle_lit('PARTENAIRES'))`;
const TENIR = `(SELECT passerelle_est_systeme())
  OR ((SELECT passerelle_est_maison())
      AND (SELECT passerelle_a_droit(passerelle_maison() || ':seance:tenir')))`;

/**
 * Sessions, what each house brings to their agenda, agreements and minutes, decisions and their
 * validations. `region`, `departement` and `arrondissement` repeat where the body sits, so
 * that a list by territory is a page of an index.
 */
export class CreerSeance1795305600301 implements MigrationInterface {
  name = 'CreerSeance1795305600301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seance (
        id text COLLATE "C" PRIMARY KEY,
        instance text COLLATE "C" NOT NULL REFERENCES instance (id),
        jour date NOT NULL,
        debut timestamptz,
        fin timestamptz CHECK (fin > debut),
        lieu text,
        objet text,
        statut text NOT NULL CHECK (statut IN ('PREVUE', 'TENUE', 'CLOSE', 'ANNULEE')),
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        empreinte_ordre text NOT NULL,
        presences jsonb NOT NULL,
        publique boolean NOT NULL,
        source text,
        region text COLLATE "C",
        departement text COLLATE "C",
        arrondissement text COLLATE "C",
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL
      );
      CREATE INDEX seance_jour ON seance (jour, id);
      CREATE INDEX seance_instance ON seance (instance, jour, id);
      CREATE INDEX seance_region ON seance (region, jour, id);
      CREATE INDEX seance_departement ON seance (departement, jour, id);
      CREATE INDEX seance_arrondissement ON seance (arrondissement, jour, id);
      CREATE INDEX seance_statut ON seance (statut, jour, id);

      CREATE TABLE seance_point (
        seance text COLLATE "C" NOT NULL REFERENCES seance (id),
        partenaire text NOT NULL CHECK (partenaire IN ('ETAT', 'REGION', 'POLE_EMPLOI')),
        id text COLLATE "C" NOT NULL,
        titre text NOT NULL,
        duree int CHECK (duree > 0),
        rang int NOT NULL CHECK (rang > 0),
        PRIMARY KEY (seance, partenaire, id)
      );

      CREATE TABLE seance_accord (
        seance text COLLATE "C" NOT NULL REFERENCES seance (id),
        objet text NOT NULL CHECK (objet IN ('ORDRE_DU_JOUR', 'RELEVE')),
        titre text NOT NULL CHECK (titre IN ('ETAT', 'REGION', 'RECTEUR')),
        empreinte text COLLATE "C" NOT NULL,
        auteur text NOT NULL,
        le timestamptz NOT NULL,
        PRIMARY KEY (seance, objet, titre, empreinte)
      );

      CREATE TABLE seance_releve (
        seance text COLLATE "C" PRIMARY KEY REFERENCES seance (id),
        texte text NOT NULL,
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        empreinte text COLLATE "C" NOT NULL,
        fige_le timestamptz
      );

      CREATE TABLE decision (
        id text COLLATE "C" PRIMARY KEY,
        seance text COLLATE "C" NOT NULL REFERENCES seance (id),
        jour date NOT NULL,
        numero int NOT NULL CHECK (numero > 0),
        texte text NOT NULL,
        texte_cle text COLLATE "C" NOT NULL,
        responsable text NOT NULL CHECK (responsable IN ('ETAT', 'REGION', 'POLE_EMPLOI')),
        fonction_responsable text,
        echeance date,
        engagement text COLLATE "C",
        sujets text[] NOT NULL,
        statut text NOT NULL CHECK (statut IN ('EN_ATTENTE', 'ADOPTEE', 'REJETEE', 'ANNULEE')),
        version int NOT NULL DEFAULT 1 CHECK (version > 0),
        empreinte text COLLATE "C" NOT NULL,
        regle text NOT NULL CHECK (regle IN ('VALIDATIONS', 'VOTE')),
        requises text[] NOT NULL,
        attendues text[] NOT NULL,
        vote jsonb,
        adoptee_le timestamptz,
        avancement text
          CHECK (avancement IN ('A_FAIRE', 'EN_COURS', 'FAITE', 'ABANDONNEE')),
        publique boolean NOT NULL,
        region text COLLATE "C",
        departement text COLLATE "C",
        arrondissement text COLLATE "C",
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        modifie_le timestamptz NOT NULL DEFAULT now(),
        demonstration boolean NOT NULL,
        UNIQUE (seance, numero)
      );
      CREATE INDEX decision_jour ON decision (jour DESC, id DESC);
      CREATE INDEX decision_region ON decision (region, jour DESC, id DESC);
      CREATE INDEX decision_departement ON decision (departement, jour DESC, id DESC);
      CREATE INDEX decision_arrondissement ON decision (arrondissement, jour DESC, id DESC);
      CREATE INDEX decision_engagement ON decision (engagement, jour DESC, id DESC);
      CREATE INDEX decision_responsable ON decision (responsable, jour DESC, id DESC);
      CREATE INDEX decision_statut ON decision (statut, jour DESC, id DESC);
      CREATE INDEX decision_a_faire ON decision (echeance, id)
        WHERE statut IN ('EN_ATTENTE', 'ADOPTEE')
          AND avancement IS DISTINCT FROM 'FAITE' AND avancement IS DISTINCT FROM 'ABANDONNEE';
      CREATE INDEX decision_mots ON decision USING gin ((' ' || texte_cle) gin_trgm_ops);
      CREATE INDEX decision_code ON decision (upper(id));

      CREATE TABLE decision_validation (
        decision text COLLATE "C" NOT NULL REFERENCES decision (id),
        titre text NOT NULL CHECK (titre IN ('ETAT', 'REGION', 'RECTEUR')),
        empreinte text COLLATE "C" NOT NULL,
        auteur text NOT NULL,
        le timestamptz NOT NULL,
        PRIMARY KEY (decision, titre, empreinte)
      );

      CREATE TABLE seance_version (
        objet text NOT NULL CHECK (objet IN ('SEANCE', 'RELEVE', 'DECISION')),
        id text COLLATE "C" NOT NULL,
        version int NOT NULL,
        contenu jsonb NOT NULL,
        auteur text NOT NULL,
        auteur_sujet text NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (objet, id, version)
      );
      CREATE TABLE seance_demande (
        cle text COLLATE "C" PRIMARY KEY,
        empreinte_demande text NOT NULL,
        cree text COLLATE "C" NOT NULL,
        fait_le timestamptz NOT NULL DEFAULT now()
      );
      ${appendOnly('seance_version', 'seance_demande')}

      ${protegee('seance', `${LIRE} OR ${LIRE_PUBLIC}`)}
      ${protegee('decision', `${LIRE} OR (statut = 'ADOPTEE' AND ${LIRE_PUBLIC})`)}
      ${protegee('seance_point', `${LIRE} OR ${seanceLisible('seance_point')}`)}
      ${protegee('seance_accord', `${LIRE} OR ${seanceLisible('seance_accord')}`)}
      ${protegee(
        'seance_releve',
        `${LIRE} OR (fige_le IS NOT NULL AND ${seanceLisible('seance_releve')})`,
      )}
      ${protegee('decision_validation', `${LIRE} OR EXISTS (SELECT FROM decision d WHERE d.id = decision)`)}
      ${protegee('seance_version', LIRE)}
      ${protegee('seance_demande', `(SELECT passerelle_est_systeme()) OR (SELECT passerelle_est_maison())`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE seance_demande, seance_version, decision_validation, decision, seance_releve,
        seance_accord, seance_point, seance CASCADE;
    `);
  }
}

/** The policy of the session itself says whether it is found. */
function seanceLisible(table: string): string {
  return `EXISTS (SELECT FROM seance s WHERE s.id = ${table}.seance)`;
}

function protegee(table: string, lire: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY ${table}_lire ON ${table} FOR SELECT USING (${lire});
    CREATE POLICY ${table}_ajouter ON ${table} FOR INSERT WITH CHECK (${TENIR});
    CREATE POLICY ${table}_modifier ON ${table} FOR UPDATE USING (${TENIR});
    CREATE POLICY ${table}_retirer ON ${table} FOR DELETE USING (${TENIR});`;
}
