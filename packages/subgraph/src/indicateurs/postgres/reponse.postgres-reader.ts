import { toSlice } from '../../pagination/page.js';
import type { CleDeProposition, PropositionRecue, ReponseDeLaMaison } from '../domain/reponse.js';
import type { ReponseReader } from '../domain/reponse.store.js';

const RECUE = `r.valeur, r.maison, r.version, r.auteur, r.faite_le AS "faiteLe"`;

const cacheKey = ({ valeur, maison, version }: CleDeProposition): string =>
  `${valeur}/${maison}/${version}`;

export const reponsePostgresReader: ReponseReader = {
  async recues(sql, { enAttente }, page) {
    const [faiteLe = 'infinity', valeur = '', maison = ''] = page.after ?? [];
    const rows = await sql.query<PropositionRecue & { exact: string }>({
      name: enAttente ? 'contre-propositions-en-attente' : 'contre-propositions-recues',
      text: `SELECT ${RECUE}, r.faite_le::text AS exact FROM contre_proposition_recue r
             WHERE ${enAttente ? 'NOT r.repondue' : 'true'} AND (r.faite_le < $1::timestamptz
               OR (r.faite_le = $1::timestamptz AND (r.valeur, r.maison) > ($2::text, $3::text)))
             ORDER BY r.faite_le DESC, r.valeur, r.maison LIMIT $4`,
      values: [faiteLe, valeur, maison, page.first + 1],
    });
    return toSlice(
      rows.map(({ exact, ...row }) => ({ ...row, tri: [exact, row.valeur, row.maison] as const })),
      page.first,
    );
  },

  recue: {
    cacheKey: ({ valeur, maison }) => `${valeur}/${maison}`,
    async read(sql, cles) {
      const rows = await sql.query<PropositionRecue>({
        name: 'contre-propositions-recues-par-cle',
        text: `SELECT ${RECUE} FROM unnest($1::text[], $2::text[]) AS k (valeur, maison)
               JOIN contre_proposition_recue r USING (valeur, maison)`,
        values: [cles.map(({ valeur }) => valeur), cles.map(({ maison }) => maison)],
      });
      const found = new Map(rows.map((row) => [`${row.valeur}/${row.maison}`, row]));
      return cles.map(({ valeur, maison }) => found.get(`${valeur}/${maison}`) ?? null);
    },
  },

  parCle: {
    cacheKey,
    async read(sql, cles) {
      const rows = await sql.query<ReponseDeLaMaison>({
        name: 'contre-propositions-reponses',
        text: `SELECT r.valeur, r.maison, r.version, r.issue, r.motif, r.auteur,
                      r.repondue_le AS le, r.demonstration
               FROM unnest($1::text[], $2::text[], $3::int[]) AS k (valeur, maison, version)
               JOIN contre_proposition_reponse r USING (valeur, maison, version)`,
        values: [
          cles.map(({ valeur }) => valeur),
          cles.map(({ maison }) => maison),
          cles.map(({ version }) => version),
        ],
      });
      const found = new Map(rows.map((row) => [cacheKey(row), row]));
      return cles.map((cle) => found.get(cacheKey(cle)) ?? null);
    },
  },
};
