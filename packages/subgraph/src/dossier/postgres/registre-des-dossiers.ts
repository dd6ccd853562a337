import { type Partenaire, ROLES, scopeOf, scopesOf } from '@passerelle/identity';
import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import type { Destinataire, EnvoiReserve, RegistreDesDossiers } from '../domain/dossier.js';

/** A body has a few tens of members in a house; more would be a mailing. */
const MEMBRES_MAX = 50;
const DESTINATAIRE = `c.sujet, c.courriel, concat_ws(', ', c.fonction, c.organisation) AS fonction`;

export function registreDesDossiers(maison: Partenaire, database: Database): RegistreDesDossiers {
  const asTheService = <Result>(act: (sql: SqlWriter) => Promise<Result>): Promise<Result> =>
    database.write('systeme', (manager) => act(sqlWriterOf(manager)));

  return {
    connu: (cle) =>
      asTheService(async (sql) => {
        const [row] = await sql.query<{ empreinte: string; fonctions: string[] }>(
          'SELECT empreinte, fonctions FROM dossier_demande WHERE cle = $1',
          [cle],
        );
        return row ?? null;
      }),

    soi: (sujet) =>
      asTheService(async (sql) => {
        const [row] = await sql.query<Destinataire>(
          `SELECT ${DESTINATAIRE} FROM suivi_carnet c
           WHERE c.sujet = $1 AND c.courriel IS NOT NULL`,
          [sujet],
        );
        return row ?? null;
      }),

    membres: ({ code, maille }) =>
      asTheService((sql) =>
        sql.query<Destinataire>(
          `SELECT ${DESTINATAIRE} FROM suivi_carnet c
           WHERE c.courriel IS NOT NULL AND c.maille = $1 AND c.territoire = $2
             AND c.roles && $3::text[]
           ORDER BY c.sujet LIMIT ${MEMBRES_MAX}`,
          [maille, code, rolesQuiParticipent(maison)],
        ),
      ),

    reserver: ({ seance, par }, destinataires) =>
      asTheService(async (sql) => {
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('dossier ' || $1, 0))`, [
          seance,
        ]);
        const rows = await sql.query<{ id: string; sujet: string }>(
          `INSERT INTO dossier_envoi (seance, sujet, fonction, demande_par, auteur)
           SELECT $1, d.sujet, d.fonction, $2, $3
           FROM unnest($4::text[], $5::text[]) AS d (sujet, fonction)
           WHERE NOT EXISTS (
             SELECT FROM dossier_envoi e
             WHERE e.seance = $1 AND e.sujet = d.sujet AND e.issue <> 'ECHEC'
               AND e.reserve_le > now() - interval '1 hour')
           RETURNING id::text AS id, sujet`,
          [
            seance,
            par.sujet,
            [par.fonction, par.organisation].filter(Boolean).join(', '),
            destinataires.map(({ sujet }) => sujet),
            destinataires.map(({ fonction }) => fonction),
          ],
        );
        return rows.flatMap(({ id, sujet }): EnvoiReserve[] => {
          const destinataire = destinataires.find((un) => un.sujet === sujet);
          return destinataire ? [{ id, destinataire }] : [];
        });
      }),

    noter: ({ id }, parti) =>
      asTheService(async (sql) => {
        await sql.query('UPDATE dossier_envoi SET issue = $2 WHERE id = $1::bigint', [
          id,
          parti ? 'PARTI' : 'ECHEC',
        ]);
      }),

    retenir: (cle, empreinte, fonctions) =>
      asTheService(async (sql) => {
        await sql.query(
          `INSERT INTO dossier_demande (cle, empreinte, fonctions) VALUES ($1, $2, $3::text[])
           ON CONFLICT (cle) DO NOTHING`,
          [cle, empreinte, [...fonctions]],
        );
      }),
  };
}

function rolesQuiParticipent(maison: Partenaire): string[] {
  const scope = scopeOf(maison, 'seance:participer');
  return ROLES.filter((role) => scopesOf([role], maison).includes(scope));
}
