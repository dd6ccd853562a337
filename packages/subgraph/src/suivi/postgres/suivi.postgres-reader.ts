import type { SqlValue } from '../../database/sql-reader.js';
import { toSlice } from '../../pagination/page.js';
import type { Destinataire, Notification } from '../domain/notification.js';
import type { Carnet, FiltreEnregistre, Suivi } from '../domain/suivi.js';
import type { SuiviReader } from '../domain/suivi.store.js';

const MAX_NON_LUES = 100;
/** Above every number of an event: a page without cursor begins at the newest. */
const NEWEST = '9223372036854775807';

/**
 * Numbers of the events told to one agent, below `$4`, the newest first, `$5` at most of each
 * thing followed and of each right held: read by index, whatever happened elsewhere.
 */
const MES_EVENEMENTS = `
  SELECT id, bool_or(suivi) AS suivi FROM (
    SELECT n.evenement AS id, true AS suivi
    FROM suivi s
    CROSS JOIN LATERAL (
      SELECT es.evenement FROM evenement_sujet es
      WHERE es.genre = s.genre AND es.cle = s.cle AND es.evenement < $4::bigint
      ORDER BY es.evenement DESC LIMIT $5
    ) n
    WHERE s.sujet = $1
    UNION ALL
    SELECT n.id, false
    FROM unnest($2::text[]) AS d (droit)
    CROSS JOIN LATERAL (
      SELECT e.id FROM evenement e
      WHERE e.droit = d.droit AND e.id < $4::bigint
        AND ($3::text IS NULL OR e.territoire IS NULL OR e.territoire = $3)
      ORDER BY e.id DESC LIMIT $5
    ) n
  ) tous GROUP BY id`;

const LUE = `(e.id <= coalesce(
    (SELECT c.lu_jusqua FROM suivi_carnet c WHERE c.sujet = $1), 0)
  OR EXISTS (SELECT FROM notification_lue l WHERE l.sujet = $1 AND l.evenement = e.id))`;

export const suiviPostgresReader: SuiviReader = {
  async carnet(sql, sujet) {
    const [row] = await sql.query<Carnet>({
      name: 'suivi-carnet',
      text: `SELECT lettre, courriel, derniere_visite AS "derniereVisite",
                    visite_precedente AS "visitePrecedente"
             FROM suivi_carnet WHERE sujet = $1`,
      values: [sujet],
    });
    return row ?? null;
  },

  async suivis(sql, sujet, page) {
    const [genre = '', cle = ''] = page.after ?? [];
    const rows = await sql.query<Suivi>({
      name: 'suivi-liste',
      text: `SELECT genre, cle, depuis FROM suivi
             WHERE sujet = $1 AND (genre, cle) > ($2::text, $3::text)
             ORDER BY genre, cle LIMIT $4`,
      values: [sujet, genre, cle, page.first + 1],
    });
    return toSlice(rows, page.first);
  },

  suit: {
    cacheKey: ({ genre, cle }) => `${genre} ${cle}`,
    async read(sql, sujets) {
      const rows = await sql.query<{ suit: boolean }>({
        name: 'suivi-suit',
        text: `SELECT EXISTS (SELECT FROM suivi s WHERE s.sujet = passerelle_sujet()
                                AND s.genre = k.genre AND s.cle = k.cle) AS suit
               FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k (genre, cle, rang)
               ORDER BY k.rang`,
        values: [sujets.map(({ genre }) => genre), sujets.map(({ cle }) => cle)],
      });
      return rows.map(({ suit }) => suit);
    },
  },

  filtres: (sql, sujet, page) =>
    sql.query<FiltreEnregistre>({
      name: 'suivi-filtres',
      text: `SELECT id::text, page, nom, recherche FROM filtre_enregistre
             WHERE sujet = $1 AND ($2::text IS NULL OR page = $2) ORDER BY page, nom`,
      values: [sujet, page],
    }),

  async notifications(sql, pour, page, nonLues) {
    const after = page.after?.[0] ?? NEWEST;
    const rows = await sql.query<Notification>({
      name: nonLues ? 'suivi-notifications-non-lues' : 'suivi-notifications',
      text: `SELECT e.id::text, e.partenaire, e.titre, e.chemin, e.auteur,
                    e.survenu_le AS "survenuLe", ${LUE} AS lue,
                    CASE WHEN m.suivi THEN 'SUIVI' ELSE 'ROLE' END AS motif
             FROM (${MES_EVENEMENTS}) m JOIN evenement e ON e.id = m.id
             ${nonLues ? `WHERE NOT ${LUE}` : ''}
             ORDER BY e.id DESC LIMIT $5`,
      values: bornes(pour, String(after), (nonLues ? MAX_NON_LUES : 0) + page.first + 1),
    });
    return toSlice(rows, page.first);
  },

  async nombreNonLues(sql, pour) {
    const [row] = await sql.query<{ nombre: number }>({
      name: 'suivi-nombre-non-lues',
      text: `SELECT least(count(*), $5)::int AS nombre
             FROM (${MES_EVENEMENTS}) m JOIN evenement e ON e.id = m.id
             WHERE NOT ${LUE}`,
      values: bornes(pour, NEWEST, MAX_NON_LUES),
    });
    return row?.nombre ?? 0;
  },
};

function bornes(pour: Destinataire, avant: string, limite: number): readonly SqlValue[] {
  return [pour.sujet, pour.droits, pour.territoire, avant, limite];
}
