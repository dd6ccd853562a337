import type { Identite } from '@passerelle/identity';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import type { SuiviWriter } from '../domain/suivi.store.js';

const MAX_SUIVIS = 500;
const MAX_FILTRES = 100;
/** Coming back sooner is the same visit. */
const MEME_VISITE = '30 minutes';

export function suiviPostgresWriter(database: Database): SuiviWriter {
  const write = <Result>(
    identite: Identite,
    act: (sql: SqlWriter) => Promise<Result>,
  ): Promise<Result> => database.write(identite, (manager) => act(sqlWriterOf(manager)));

  return {
    suivre: (identite, { genre, cle }) =>
      write(identite, async (sql) => {
        const [row] = await sql.query<{ plein: boolean }>(
          `SELECT count(*) >= $2 AND NOT bool_or(genre = $3 AND cle = $4) AS plein
           FROM suivi WHERE sujet = $1`,
          [identite.sujet, MAX_SUIVIS, genre, cle],
        );
        if (row?.plein) return false;
        await sql.query(
          `INSERT INTO suivi (sujet, genre, cle) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
          [identite.sujet, genre, cle],
        );
        return true;
      }),

    nePlusSuivre: (identite, { genre, cle }) =>
      write(identite, async (sql) => {
        await sql.query('DELETE FROM suivi WHERE sujet = $1 AND genre = $2 AND cle = $3', [
          identite.sujet,
          genre,
          cle,
        ]);
      }),

    reglerLettre: (identite, { lettre, courriel }) =>
      write(identite, async (sql) => {
        await tenirLeCarnet(sql, identite);
        const adresse = await retenirAdresse(sql, identite.sujet, courriel);
        if (lettre && adresse === null) return false;
        await sql.query('UPDATE suivi_carnet SET lettre = $2, courriel = $3 WHERE sujet = $1', [
          identite.sujet,
          lettre,
          adresse,
        ]);
        return true;
      }),

    noterVisite: (identite, nouvelle) =>
      write(identite, async (sql) => {
        await tenirLeCarnet(sql, identite);
        await sql.query(
          `UPDATE suivi_carnet SET derniere_visite = now(),
             visite_precedente = CASE
               WHEN $3 OR derniere_visite < now() - $2::interval THEN derniere_visite
               ELSE visite_precedente END
           WHERE sujet = $1`,
          [identite.sujet, MEME_VISITE, nouvelle],
        );
      }),

    marquerLues: (identite, lues) =>
      write(identite, async (sql) => {
        if ('jusqua' in lues) {
          await tenirLeCarnet(sql, identite);
          await sql.query(
            `UPDATE suivi_carnet SET lu_jusqua = greatest(lu_jusqua, least($2::bigint,
               (SELECT coalesce(max(id), 0) FROM evenement))) WHERE sujet = $1`,
            [identite.sujet, lues.jusqua],
          );
          return;
        }
        await sql.query(
          `INSERT INTO notification_lue (sujet, evenement)
           SELECT $1, id FROM evenement WHERE id = ANY($2::bigint[]) ON CONFLICT DO NOTHING`,
          [identite.sujet, lues.ids],
        );
      }),

    enregistrerFiltre: (identite, { page, nom, recherche }) =>
      write(identite, async (sql) => {
        const [row] = await sql.query<{ plein: boolean }>(
          `SELECT count(*) >= $2 AND NOT bool_or(page = $3 AND nom = $4) AS plein
           FROM filtre_enregistre WHERE sujet = $1`,
          [identite.sujet, MAX_FILTRES, page, nom],
        );
        if (row?.plein) return null;
        const [saved] = await sql.query<{ id: string }>(
          `INSERT INTO filtre_enregistre (sujet, page, nom, recherche) VALUES ($1, $2, $3, $4)
           ON CONFLICT (sujet, page, nom) DO UPDATE SET recherche = EXCLUDED.recherche
           RETURNING id::text`,
          [identite.sujet, page, nom, recherche],
        );
        if (!saved) throw new Error('a filter was not recorded');
        return { id: saved.id, page, nom, recherche };
      }),

    supprimerFiltre: (identite, id) =>
      write(identite, async (sql) => {
        await sql.query('DELETE FROM filtre_enregistre WHERE sujet = $1 AND id = $2::bigint', [
          identite.sujet,
          id,
        ]);
      }),
  };
}

/** The agent's row, with who they are now. */
async function tenirLeCarnet(sql: SqlWriter, identite: Identite): Promise<void> {
  const { sujet, fonction, organisation, roles, territoire } = identite;
  await sql.query(
    `INSERT INTO suivi_carnet (sujet, fonction, organisation, roles, maille, territoire)
     VALUES ($1, $2, $3, $4::text[], $5, $6)
     ON CONFLICT (sujet) DO UPDATE SET fonction = EXCLUDED.fonction,
       organisation = EXCLUDED.organisation, roles = EXCLUDED.roles, maille = EXCLUDED.maille,
       territoire = EXCLUDED.territoire`,
    [sujet, fonction, organisation, roles, territoire?.maille ?? null, territoire?.code ?? null],
  );
}

async function retenirAdresse(
  sql: SqlWriter,
  sujet: string,
  courriel: string | null | undefined,
): Promise<string | null> {
  if (courriel !== undefined) return courriel;
  const [row] = await sql.query<{ courriel: string | null }>(
    'SELECT courriel FROM suivi_carnet WHERE sujet = $1',
    [sujet],
  );
  return row?.courriel ?? null;
}
