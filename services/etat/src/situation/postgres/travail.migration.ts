import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is being gathered for an arrêté; the pages go once it is signed. */
export class ArreterParTravail1795406200302 implements MigrationInterface {
  name = 'ArreterParTravail1795406200302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE situation_travail (
        numero bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        titre text NOT NULL CHECK (char_length(titre) BETWEEN 1 AND 200),
        le date NOT NULL,
        incomplet boolean NOT NULL,
        auteur text NOT NULL,
        identite jsonb NOT NULL,
        etat text NOT NULL DEFAULT 'EN_COURS' CHECK (etat IN ('EN_COURS', 'PRET', 'ECHOUE')),
        etape text NOT NULL,
        apres text,
        lus int NOT NULL DEFAULT 0,
        manquants text[] NOT NULL DEFAULT '{}',
        motif text,
        demande_le timestamptz NOT NULL DEFAULT now(),
        situation text COLLATE "C" REFERENCES situation (id),
        bail uuid,
        reserve_jusqua timestamptz,
        cle_idempotence text UNIQUE,
        empreinte_demande text NOT NULL,
        CHECK ((etat = 'PRET') = (situation IS NOT NULL)),
        CHECK ((etat = 'ECHOUE') = (motif IS NOT NULL))
      );
      CREATE UNIQUE INDEX situation_travail_seul ON situation_travail ((true))
        WHERE etat = 'EN_COURS';
      CREATE INDEX situation_travail_ouvert ON situation_travail (numero DESC) WHERE etat <> 'PRET';

      CREATE TABLE situation_page (
        travail bigint NOT NULL REFERENCES situation_travail (numero),
        rang int NOT NULL,
        partie text NOT NULL CHECK (partie IN ('protocole', 'indicateurs', 'decisions', 'fiches')),
        contenu jsonb NOT NULL,
        PRIMARY KEY (travail, rang)
      );

      ALTER TABLE situation_travail ENABLE ROW LEVEL SECURITY;
      ALTER TABLE situation_travail FORCE ROW LEVEL SECURITY;
      CREATE POLICY travail_lire ON situation_travail FOR SELECT USING (
        (SELECT passerelle_est_systeme()) OR (SELECT passerelle_a_droit('protocole:lire'))
      );
      ALTER TABLE situation_page ENABLE ROW LEVEL SECURITY;
      ALTER TABLE situation_page FORCE ROW LEVEL SECURITY;
      ${['situation_travail', 'situation_page'].map(ecrire).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE situation_page, situation_travail;');
  }
}

function ecrire(table: string): string {
  const qui = `(SELECT passerelle_est_systeme()) OR ((SELECT passerelle_est_maison())
    AND (SELECT passerelle_a_droit('etat:situation:arreter')))`;
  return `CREATE POLICY ${table}_ecrire ON ${table} FOR ALL USING (${qui}) WITH CHECK (${qui});`;
}
