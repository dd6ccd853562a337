import { toSlice } from '@passerelle/subgraph';
import type { Seance } from '../domain/seance.js';
import type { SeanceReader } from '../domain/seance.reader.js';
import { lectureDesVersions } from './historique.js';
import { listSeances } from './list-seances.js';
import {
  ACCORD_COLUMNS,
  type AccordRow,
  POINT_COLUMNS,
  type PointRow,
  RELEVE_COLUMNS,
  type ReleveRow,
  SEANCE_COLUMNS,
} from './seance.row.js';

const identity = (id: string): string => id;

export const seancePostgresReader: SeanceReader = {
  parId: {
    cacheKey: identity,
    async read(sql, ids) {
      const rows = await sql.query<Seance>({
        name: 'seances-par-id',
        text: `SELECT ${SEANCE_COLUMNS} FROM seance s WHERE s.id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  points: {
    cacheKey: identity,
    async read(sql, ids) {
      const rows = await sql.query<PointRow>({
        name: 'seances-points',
        text: `SELECT ${POINT_COLUMNS} FROM seance_point p WHERE p.seance = ANY($1::text[])
               ORDER BY p.seance, p.rang, p.partenaire, p.id`,
        values: [ids],
      });
      return grouped(ids, rows);
    },
  },

  accords: {
    cacheKey: identity,
    async read(sql, ids) {
      const rows = await sql.query<AccordRow>({
        name: 'seances-accords',
        text: `SELECT ${ACCORD_COLUMNS} FROM seance_accord a WHERE a.seance = ANY($1::text[])
               ORDER BY a.seance, a.le DESC, a.titre`,
        values: [ids],
      });
      return grouped(ids, rows);
    },
  },

  releve: {
    cacheKey: identity,
    async read(sql, ids) {
      const rows = await sql.query<ReleveRow>({
        name: 'seances-releves',
        text: `SELECT ${RELEVE_COLUMNS} FROM seance_releve r WHERE r.seance = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.seance, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  parInstance: {
    cacheKey: identity,
    async read(sql, ids, { du, au, page }) {
      const [jour = '', id = ''] = page.after ?? [];
      const rows = await sql.query<Seance>({
        name: 'seances-par-instance',
        text: `SELECT l.*
               FROM unnest($1::text[]) AS k (id)
               CROSS JOIN LATERAL (
                 SELECT ${SEANCE_COLUMNS} FROM seance s
                 WHERE s.instance = k.id
                   AND ($2::date IS NULL OR s.jour >= $2::date)
                   AND ($3::date IS NULL OR s.jour <= $3::date)
                   AND ($4::text = '' OR (s.jour, s.id) > (nullif($4, '')::date, $5::text))
                 ORDER BY s.jour, s.id
                 LIMIT $6
               ) l
               ORDER BY l.instance, l.jour, l.id`,
        values: [ids, du, au, jour, id, page.first + 1],
      });
      const byInstance = Map.groupBy(rows, (row) => row.instance);
      return ids.map((one) => toSlice(byInstance.get(one) ?? [], page.first));
    },
  },

  prochaine: {
    cacheKey: identity,
    async read(sql, ids, { le }) {
      const rows = await sql.query<Seance>({
        name: 'seances-prochaines',
        text: `SELECT l.*
               FROM unnest($1::text[]) AS k (id)
               CROSS JOIN LATERAL (
                 SELECT ${SEANCE_COLUMNS} FROM seance s
                 WHERE s.instance = k.id AND s.jour >= $2::date AND s.statut = 'PREVUE'
                 ORDER BY s.jour, s.id
                 LIMIT 1
               ) l`,
        values: [ids, le],
      });
      const byInstance = new Map(rows.map((row) => [row.instance, row]));
      return ids.map((id) => byInstance.get(id) ?? null);
    },
  },

  precedente: {
    cacheKey: identity,
    async read(sql, ids) {
      const rows = await sql.query<Seance & { suivante: string }>({
        name: 'seances-precedentes',
        text: `SELECT n.id AS suivante, l.*
               FROM seance n
               CROSS JOIN LATERAL (
                 SELECT ${SEANCE_COLUMNS} FROM seance s
                 WHERE s.instance = n.instance AND (s.jour, s.id) < (n.jour, n.id)
                   AND s.statut IN ('TENUE', 'CLOSE')
                 ORDER BY s.jour DESC, s.id DESC
                 LIMIT 1
               ) l
               WHERE n.id = ANY($1::text[])`,
        values: [ids],
      });
      const bySuivante = new Map(rows.map(({ suivante, ...row }) => [suivante, row]));
      return ids.map((id) => bySuivante.get(id) ?? null);
    },
  },

  convoqueeDeNouveau: {
    cacheKey: identity,
    async read(sql, ids) {
      const rows = await sql.query<Seance>({
        name: 'seances-convoquees-de-nouveau',
        text: `SELECT ${SEANCE_COLUMNS} FROM seance s
               WHERE s.convocation_de = ANY($1::text[]) AND s.statut <> 'ANNULEE'`,
        values: [ids],
      });
      const byPremiere = new Map(rows.map((row) => [row.convocationDe, row]));
      return ids.map((id) => byPremiere.get(id) ?? null);
    },
  },

  versions: lectureDesVersions('SEANCE'),
  versionsDOrdre: lectureDesVersions('ORDRE_DU_JOUR'),
  versionsDeReleve: lectureDesVersions('RELEVE'),

  list: listSeances,
};

function grouped<Row extends { readonly seance: string }>(
  ids: readonly string[],
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const bySeance = Map.groupBy(rows, ({ seance }) => seance);
  return ids.map((id) => bySeance.get(id) ?? []);
}
