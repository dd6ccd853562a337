import { toSlice } from '../../pagination/page.js';
import { withinCondition } from '../../territoires/index.js';
import type { CleValeur, Indicateur, VentilationPubliee } from '../domain/indicateur.js';
import type { IndicateurReader } from '../domain/indicateur.reader.js';
import {
  INDICATEUR_COLUMNS,
  TABLEAU_JOIN,
  toValeur,
  VALEUR_COLUMNS,
  type ValeurRow,
} from './indicateur.row.js';
import { lireLots } from './lire-lots.js';
import { lireRecompositions } from './lire-recompositions.js';

const CLES = `unnest($1::text[], $2::text[], $3::text[], $4::text[])
  AS k (indicateur, maille, territoire, periode)`;
const SUR_LE_TERRITOIRE = `m.indicateur = k.indicateur AND m.maille = k.maille
  AND m.territoire = k.territoire AND m.dimension = ''`;

export const indicateurPostgresReader: IndicateurReader = {
  parCode: {
    cacheKey: (code) => code,
    async read(sql, codes) {
      const rows = await sql.query<Indicateur>({
        name: 'indicateurs-par-code',
        text: `SELECT ${INDICATEUR_COLUMNS} FROM indicateur i WHERE i.code = ANY($1::text[])`,
        values: [codes],
      });
      const found = new Map(rows.map((row) => [row.code, row]));
      return codes.map((code) => found.get(code) ?? null);
    },
  },

  list: (sql) =>
    sql.query<Indicateur>({
      name: 'indicateurs-liste',
      text: `SELECT ${INDICATEUR_COLUMNS} FROM indicateur i ORDER BY i.ordre, i.code`,
      values: [],
    }),

  courantes: {
    cacheKey: ({ code, maille }) => `${maille}/${code}`,
    async read(sql, cles, { le, code }) {
      const rows = await sql.query<ValeurRow>({
        name: 'indicateurs-courants',
        text: `SELECT v.* FROM unnest($1::text[], $2::text[]) AS k (maille, territoire)
               CROSS JOIN indicateur i
               CROSS JOIN LATERAL (
                 SELECT ${VALEUR_COLUMNS} FROM mesure_publiee m ${TABLEAU_JOIN}
                 WHERE m.indicateur = i.code AND m.maille = k.maille
                   AND m.territoire = k.territoire AND m.dimension = '' AND m.date_valeur <= $3
                 ORDER BY m.fin DESC, m.debut DESC LIMIT 1
               ) v
               WHERE $4::text IS NULL OR i.code = $4
               ORDER BY i.ordre, i.code`,
        values: [cles.map((cle) => cle.maille), cles.map((cle) => cle.code), le, code],
      });
      const grouped = Map.groupBy(rows.map(toValeur), (v) => `${v.maille}/${v.territoire}`);
      return cles.map((cle) => grouped.get(`${cle.maille}/${cle.code}`) ?? []);
    },
  },

  valeur: {
    cacheKey,
    async read(sql, cles) {
      const rows = await sql.query<ValeurRow>({
        name: 'indicateurs-valeurs-par-cle',
        text: `SELECT ${VALEUR_COLUMNS} FROM ${CLES}
               JOIN mesure_publiee m ON ${SUR_LE_TERRITOIRE} AND m.periode = k.periode
               ${TABLEAU_JOIN}`,
        values: valuesOf(cles),
      });
      const found = new Map(rows.map((row) => [cacheKey(row), toValeur(row)]));
      return cles.map((cle) => found.get(cacheKey(cle)) ?? null);
    },
  },

  precedente: {
    cacheKey,
    async read(sql, cles) {
      const rows = await sql.query<ValeurRow & { pour: string }>({
        name: 'indicateurs-precedentes',
        text: `SELECT k.periode AS pour, p.* FROM ${CLES}
               JOIN mesure_publiee m ON ${SUR_LE_TERRITOIRE} AND m.periode = k.periode
               CROSS JOIN LATERAL (${PRECEDENTE}) p`,
        values: valuesOf(cles),
      });
      const found = new Map(
        rows.map(({ pour, ...row }) => [cacheKey({ ...row, periode: pour }), toValeur(row)]),
      );
      return cles.map((cle) => found.get(cacheKey(cle)) ?? null);
    },
  },

  ventilations: {
    cacheKey,
    async read(sql, cles) {
      const rows = await sql.query<CleValeur & VentilationPubliee>({
        name: 'indicateurs-ventilations',
        text: `SELECT m.indicateur, m.maille, m.territoire, m.periode, m.dimension, m.modalite,
                      m.valeur, m.masque
               FROM ${CLES}
               JOIN mesure_publiee m ON m.indicateur = k.indicateur AND m.maille = k.maille
                 AND m.territoire = k.territoire AND m.periode = k.periode AND m.dimension <> ''`,
        values: valuesOf(cles),
      });
      const grouped = Map.groupBy(rows, cacheKey);
      return cles.map((cle) => grouped.get(cacheKey(cle)) ?? []);
    },
  },

  recomposition: { cacheKey, read: lireRecompositions },

  periodes: {
    cacheKey: (code) => code,
    async read(sql, codes, le) {
      const rows = await sql.query<{ indicateur: string; periode: string }>({
        name: 'indicateurs-periodes',
        text: `SELECT k.indicateur, p.periode FROM unnest($1::text[]) AS k (indicateur)
               CROSS JOIN LATERAL (
                 SELECT DISTINCT m.fin, m.debut, m.periode FROM mesure_publiee m
                 WHERE m.indicateur = k.indicateur AND m.dimension = ''
                   AND ($2::date IS NULL OR m.date_valeur <= $2)
                 ORDER BY m.fin DESC, m.debut DESC LIMIT 40
               ) p`,
        values: [codes, le],
      });
      const grouped = Map.groupBy(rows, (row) => row.indicateur);
      return codes.map((code) => (grouped.get(code) ?? []).map(({ periode }) => periode));
    },
  },

  lots: lireLots,

  async serie(sql, indicateur, { maille, code }, page) {
    const rows = await sql.query<ValeurRow>({
      name: 'indicateurs-serie',
      text: `SELECT ${VALEUR_COLUMNS} FROM mesure_publiee m ${TABLEAU_JOIN}
             WHERE m.indicateur = $1 AND m.maille = $2 AND m.territoire = $3 AND m.dimension = ''
               AND (NOT $4::boolean OR (m.fin, m.periode) < ($5::date, $6::text))
             ORDER BY m.fin DESC, m.periode DESC LIMIT $7`,
      values: [
        indicateur,
        maille,
        code,
        page.after !== null,
        ...(page.after ?? ['1970-01-01', '']),
        page.first + 1,
      ],
    });
    return toSlice(rows.map(toValeur), page.first);
  },

  async valeurs(sql, indicateur, { maille, dans, periode, le }, page) {
    const dansLeTerritoire = dans
      ? `AND EXISTS (SELECT FROM territoire t WHERE t.maille = m.maille AND t.code = m.territoire
           AND ${withinCondition(dans.maille, '$8::text')})`
      : 'AND $8::text IS NULL';
    const rows = await sql.query<ValeurRow>({
      name: `indicateurs-valeurs-${dans?.maille ?? 'partout'}`,
      text: `SELECT ${VALEUR_COLUMNS}
             FROM (
               SELECT DISTINCT ON (m.territoire, m.maille) m.* FROM mesure_publiee m
               WHERE m.indicateur = $1 AND m.dimension = '' AND m.date_valeur <= $2
                 AND ($3::text IS NULL OR m.periode = $3)
                 AND ($4::text IS NULL OR m.maille = $4)
                 AND (m.territoire, m.maille) > ($5::text, $6::text) ${dansLeTerritoire}
               ORDER BY m.territoire, m.maille, m.fin DESC, m.debut DESC
             ) m ${TABLEAU_JOIN}
             ORDER BY m.territoire, m.maille LIMIT $7`,
      values: [
        indicateur,
        le,
        periode,
        maille,
        ...(page.after ?? ['', '']),
        page.first + 1,
        dans?.code ?? null,
      ],
    });
    return toSlice(rows.map(toValeur), page.first);
  },
};

const PRECEDENTE = `SELECT ${VALEUR_COLUMNS.replaceAll('m.', 'a.')}
  FROM mesure_publiee a
  JOIN mesure_tableau t ON t.indicateur = a.indicateur AND t.periode = a.periode
  WHERE a.indicateur = m.indicateur AND a.maille = m.maille AND a.territoire = m.territoire
    AND a.dimension = '' AND a.fin < m.debut AND a.fin - a.debut BETWEEN
      (m.fin - m.debut) * 0.8 AND (m.fin - m.debut) * 1.2
  ORDER BY a.fin DESC LIMIT 1`;

function cacheKey({ indicateur, maille, territoire, periode }: CleValeur): string {
  return `${indicateur}/${maille}/${territoire}/${periode}`;
}

function valuesOf(cles: readonly CleValeur[]): readonly (readonly string[])[] {
  return [
    cles.map((cle) => cle.indicateur),
    cles.map((cle) => cle.maille),
    cles.map((cle) => cle.territoire),
    cles.map((cle) => cle.periode),
  ];
}
