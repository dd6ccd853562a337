import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which dossiers left, to whom, and who asked: read by the service alone. */
export class EnvoyerDossier1795406200303 implements MigrationInterface {
  name = 'EnvoyerDossier1795406200303';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossier_envoi (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        seance text COLLATE "C" NOT NULL,
        sujet text COLLATE "C" NOT NULL,
        fonction text NOT NULL,
        demande_par text COLLATE "C" NOT NULL,
        auteur text NOT NULL,
        reserve_le timestamptz NOT NULL DEFAULT now(),
        issue text NOT NULL DEFAULT 'RESERVE' CHECK (issue IN ('RESERVE', 'PARTI', 'ECHEC'))
      );
      CREATE INDEX dossier_envoi_limite ON dossier_envoi (seance, sujet, reserve_le DESC)
        WHERE issue <> 'ECHEC';

      CREATE TABLE dossier_demande (
        cle text COLLATE "C" PRIMARY KEY,
        empreinte text NOT NULL,
        fonctions text[] NOT NULL,
        faite_le timestamptz NOT NULL DEFAULT now()
      );
      ${['dossier_envoi', 'dossier_demande'].map(duService).join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dossier_demande, dossier_envoi;');
  }
}

function duService(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY ${table}_service ON ${table} FOR ALL
      USING ((SELECT passerelle_est_systeme())) WITH CHECK ((SELECT passerelle_est_systeme()));`;
}
