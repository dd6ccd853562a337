import type { Partenaire } from '@passerelle/identity';
import { toSlice } from '../../pagination/page.js';
import type { Accord, PointPropose, Suite, ValidationDeDecision } from '../domain/participation.js';
import type { ParticipationReader } from '../domain/participation.reader.js';
import { pointId } from '../domain/point-id.js';

/** An agenda has a handful of items: a house that proposed more would still be read. */
const MAX_POINTS = 100;
/** Above every version number: a page without cursor begins at the newest. */
const NEWEST = 2 ** 31 - 1;

const SUITE = `s.decision, s.version, s.avancement, s.texte, s.auteur,
  s.modifie_le AS "modifieLe", s.demonstration`;

export function participationPostgresReader(maison: Partenaire): ParticipationReader {
  return {
    points: {
      cacheKey: (seance) => seance,
      async read(sql, seances) {
        const rows = await sql.query<Omit<PointPropose, 'id'> & { numero: number }>({
          name: 'participation-points',
          text: `SELECT p.*
                 FROM unnest($1::text[]) AS k (seance)
                 CROSS JOIN LATERAL (
                   SELECT p.seance, p.numero, p.titre, p.duree, p.auteur,
                          p.propose_le AS "proposeLe", p.demonstration
                   FROM participation_point p
                   WHERE p.seance = k.seance AND NOT EXISTS (
                     SELECT FROM participation_retrait r
                     WHERE r.seance = p.seance AND r.numero = p.numero)
                   ORDER BY p.numero
                   LIMIT ${MAX_POINTS}
                 ) p
                 ORDER BY p.seance, p.numero`,
          values: [seances],
        });
        const points = rows.map(({ numero, ...row }) => ({
          ...row,
          id: pointId(maison, numero),
        }));
        const bySeance = Map.groupBy(points, ({ seance }) => seance);
        return seances.map((seance) => bySeance.get(seance) ?? []);
      },
    },

    accords: {
      cacheKey: (seance) => seance,
      async read(sql, seances) {
        const rows = await sql.query<Accord>({
          name: 'participation-accords',
          text: `SELECT DISTINCT ON (a.seance, a.nature, a.titre)
                        a.nature, a.seance, a.titre, a.empreinte, a.auteur, a.fait_le AS le
                 FROM participation_accord a
                 WHERE a.seance = ANY($1::text[])
                 ORDER BY a.seance, a.nature, a.titre, a.id DESC`,
          values: [seances],
        });
        const bySeance = Map.groupBy(rows, ({ seance }) => seance);
        return seances.map((seance) => bySeance.get(seance) ?? []);
      },
    },

    validations: {
      cacheKey: (decision) => decision,
      async read(sql, decisions) {
        const rows = await sql.query<ValidationDeDecision>({
          name: 'participation-validations',
          text: `SELECT DISTINCT ON (v.decision, v.titre)
                        v.decision, v.titre, v.empreinte, v.auteur, v.fait_le AS le
                 FROM participation_validation v
                 WHERE v.decision = ANY($1::text[])
                 ORDER BY v.decision, v.titre, v.id DESC`,
          values: [decisions],
        });
        const byDecision = Map.groupBy(rows, ({ decision }) => decision);
        return decisions.map((decision) => byDecision.get(decision) ?? []);
      },
    },

    suite: {
      cacheKey: (decision) => decision,
      async read(sql, decisions) {
        const rows = await sql.query<Suite>({
          name: 'participation-suites',
          text: `SELECT DISTINCT ON (s.decision) ${SUITE}
                 FROM participation_suite s
                 WHERE s.decision = ANY($1::text[])
                 ORDER BY s.decision, s.version DESC`,
          values: [decisions],
        });
        const byDecision = new Map(rows.map((row) => [row.decision, row]));
        return decisions.map((decision) => byDecision.get(decision) ?? null);
      },
    },

    historique: {
      cacheKey: (decision) => decision,
      async read(sql, decisions, page) {
        const rows = await sql.query<Suite>({
          name: 'participation-suites-historique',
          text: `SELECT h.*
                 FROM unnest($1::text[]) AS k (decision)
                 CROSS JOIN LATERAL (
                   SELECT ${SUITE} FROM participation_suite s
                   WHERE s.decision = k.decision AND s.version < $2::int
                   ORDER BY s.version DESC
                   LIMIT $3
                 ) h
                 ORDER BY h.decision, h.version DESC`,
          values: [decisions, page.after?.[0] ?? NEWEST, page.first + 1],
        });
        const byDecision = Map.groupBy(rows, ({ decision }) => decision);
        return decisions.map((decision) => toSlice(byDecision.get(decision) ?? [], page.first));
      },
    },
  };
}
