import { toSlice } from '@passerelle/subgraph';
import type { Decision, Validation } from '../domain/decision.js';
import type { DecisionReader } from '../domain/decision.reader.js';
import { DECISION_COLUMNS } from './decision.row.js';
import { lectureDesVersions } from './historique.js';
import { listDecisions } from './list-decisions.js';

const identity = (id: string): string => id;
/** After every day and every key: a page without cursor begins at the newest. */
const NEWEST_DAY = '9999-12-31';

export const decisionPostgresReader: DecisionReader = {
  parId: {
    cacheKey: identity,
    async read(sql, ids) {
      const rows = await sql.query<Decision>({
        name: 'decisions-par-id',
        text: `SELECT ${DECISION_COLUMNS} FROM decision d WHERE d.id = ANY($1::text[])`,
        values: [ids],
      });
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  },

  validations: {
    cacheKey: identity,
    async read(sql, ids) {
      const rows = await sql.query<Validation & { decision: string }>({
        name: 'decisions-validations',
        text: `SELECT DISTINCT ON (v.decision, v.titre)
                 v.decision, v.titre, v.empreinte, v.auteur, v.le
               FROM decision_validation v
               JOIN decision d ON d.id = v.decision
               WHERE v.decision = ANY($1::text[])
               ORDER BY v.decision, v.titre, (v.empreinte = d.empreinte) DESC, v.le DESC`,
        values: [ids],
      });
      const byDecision = Map.groupBy(rows, ({ decision }) => decision);
      return ids.map((id) => byDecision.get(id) ?? []);
    },
  },

  parSeance: {
    cacheKey: identity,
    async read(sql, ids, page) {
      const [numero = 0] = page.after ?? [];
      const rows = await sql.query<Decision>({
        name: 'decisions-par-seance',
        text: `SELECT l.*
               FROM unnest($1::text[]) AS k (id)
               CROSS JOIN LATERAL (
                 SELECT ${DECISION_COLUMNS} FROM decision d
                 WHERE d.seance = k.id AND d.numero > $2::int
                 ORDER BY d.numero
                 LIMIT $3
               ) l
               ORDER BY l.seance, l.numero`,
        values: [ids, numero, page.first + 1],
      });
      const bySeance = Map.groupBy(rows, ({ seance }) => seance);
      return ids.map((id) => toSlice(bySeance.get(id) ?? [], page.first));
    },
  },

  parEngagement: {
    cacheKey: identity,
    async read(sql, codes, page) {
      const [jour = NEWEST_DAY, id = ''] = page.after ?? [];
      const rows = await sql.query<Decision>({
        name: 'decisions-par-engagement',
        text: `SELECT l.*
               FROM unnest($1::text[]) AS k (code)
               CROSS JOIN LATERAL (
                 SELECT ${DECISION_COLUMNS} FROM decision d
                 WHERE d.engagement = k.code AND (d.jour, d.id) < ($2::date, $3::text)
                 ORDER BY d.jour DESC, d.id DESC
                 LIMIT $4
               ) l
               ORDER BY l.engagement, l.jour DESC, l.id DESC`,
        values: [codes, jour, id, page.first + 1],
      });
      const byCode = Map.groupBy(rows, ({ engagement }) => engagement);
      return codes.map((code) => toSlice(byCode.get(code) ?? [], page.first));
    },
  },

  versions: lectureDesVersions('DECISION'),

  list: listDecisions,
};
