import { finDuJour } from '../../database/fin-du-jour.js';
import type { SqlReader, SqlValue } from '../../database/sql-reader.js';
import { type Page, type Slice, toSlice } from '../../pagination/page.js';
import { createBinder } from '../../recherche/match-condition.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { CleTerritoire } from '../../territoires/index.js';
import { Maille as MAILLES } from '../../vocabulaire/codes.js';
import type { ActeDeFiche, Fiche } from '../domain/fiche.js';
import type { FicheReader } from '../domain/fiche.reader.js';
import { FICHE_COLUMNS, type FicheRow, toFiche } from './fiche.row.js';
import { aboutCondition, currentCondition, filterConditions } from './fiche-conditions.js';

type Keyed = FicheRow & { cle: string };

export const fichePostgresReader: FicheReader = {
  courante: byNumero('fiches-courantes', 'true'),
  publiee: byNumero('fiches-publiees', `f.etat = 'PUBLIEE'`),

  auJour: {
    cacheKey: String,
    async read(sql, numeros, le) {
      const rows = await sql.query<FicheRow>({
        name: 'fiches-au-jour',
        text: `SELECT h.*
               FROM unnest($1::int[]) AS k (numero)
               CROSS JOIN LATERAL (
                 SELECT ${FICHE_COLUMNS} FROM fiche f
                 WHERE f.numero = k.numero AND f.publie_le < ${finDuJour('$2')}
                 ORDER BY f.version DESC
                 LIMIT 1
               ) h`,
        values: [numeros, le],
      });
      const found = new Map(rows.map((row) => [row.numero, toFiche(row)]));
      return numeros.map((numero) => found.get(numero) ?? null);
    },
  },

  parCle: {
    cacheKey: ({ numero, version }) => `${numero}/${version}`,
    async read(sql, cles) {
      const rows = await sql.query<FicheRow>({
        name: 'fiches-par-cle',
        text: `SELECT ${FICHE_COLUMNS}
               FROM unnest($1::int[], $2::int[]) AS k (numero, version)
               JOIN fiche f ON f.numero = k.numero AND f.version = k.version`,
        values: [cles.map((cle) => cle.numero), cles.map((cle) => cle.version)],
      });
      const found = new Map(rows.map((row) => [`${row.numero}/${row.version}`, toFiche(row)]));
      return cles.map(({ numero, version }) => found.get(`${numero}/${version}`) ?? null);
    },
  },

  historique: {
    cacheKey: String,
    async read(sql, numeros, { page, le }) {
      const rows = await sql.query<Keyed>({
        name: 'fiches-historique',
        text: `SELECT k.numero::text AS cle, h.*
               FROM unnest($1::int[]) AS k (numero)
               CROSS JOIN LATERAL (
                 SELECT ${FICHE_COLUMNS} FROM fiche f
                 WHERE f.numero = k.numero AND f.version < $2::int
                   AND ($4::date IS NULL OR f.publie_le < ${finDuJour('$4')})
                 ORDER BY f.version DESC
                 LIMIT $3
               ) h
               ORDER BY h.numero, h.version DESC`,
        values: [numeros, page.after?.[0] ?? LARGEST, page.first + 1, le],
      });
      return slices(numeros.map(String), rows, page);
    },
  },

  vie: {
    cacheKey: ({ numero, version }) => `${numero}/${version}`,
    async read(sql, cles) {
      const rows = await sql.query<ActeDeFiche & { cle: string }>({
        name: 'fiches-vie',
        text: `SELECT a.numero || '/' || a.version AS cle, a.acte, a.auteur,
                      a.fait_le AS "faitLe", a.motif
               FROM unnest($1::int[], $2::int[]) AS k (numero, version)
               JOIN fiche_acte a ON a.numero = k.numero AND a.version = k.version
               ORDER BY a.id`,
        values: [cles.map((cle) => cle.numero), cles.map((cle) => cle.version)],
      });
      const grouped = Map.groupBy(rows, ({ cle }) => cle);
      return cles.map(({ numero, version }) => grouped.get(`${numero}/${version}`) ?? []);
    },
  },

  parEngagement: {
    cacheKey: (engagement) => engagement,
    async read(sql, engagements, { le, page }) {
      const rows = await sql.query<Keyed>({
        name: 'fiches-par-engagement',
        text: lateralPage('text', 'f.engagement = k.cle'),
        values: [engagements, ...afterOf(page), le],
      });
      return slices(engagements, rows, page);
    },
  },

  parTerritoire: {
    cacheKey: ({ code, maille }) => `${maille}/${code}`,
    async read(sql, cles, { page, le }) {
      const found = new Map<string, Slice<Fiche>>();
      // One statement per maille: in practice one, and its condition is indexed.
      for (const [maille, keys] of Map.groupBy(cles, (cle) => cle.maille)) {
        const codes = keys.map(({ code }) => code);
        const rows = await sql.query<Keyed>({
          name: `fiches-par-territoire-${maille}`,
          text: lateralPage('text', aboutCondition(maille, 'k.cle', [containing(maille)])),
          values: [codes, ...afterOf(page), le],
        });
        for (const [index, slice] of slices(codes, rows, page).entries()) {
          found.set(`${maille}/${codes[index]}`, slice);
        }
      }
      return cles.map(({ code, maille }) => found.get(`${maille}/${code}`) ?? toSlice([], 1));
    },
  },

  variantes: {
    cacheKey: String,
    async read(sql, numeros, { page, le }) {
      const rows = await sql.query<Keyed>({
        name: 'fiches-variantes',
        text: lateralPage('int', 'f.variante_de = k.cle'),
        values: [numeros, ...afterOf(page), le],
      });
      return slices(numeros.map(String), rows, page);
    },
  },

  async list(sql: SqlReader, filtre, page) {
    const { values, bind } = createBinder();
    const le = filtre.le === null ? null : bind(filtre.le);
    const conditions = [
      currentCondition(le),
      ...filterConditions(filtre, bind),
      `f.numero > ${bind(afterNumero(page))}::int`,
    ];
    const rows = await sql.query<FicheRow>({
      name: 'fiches-liste',
      isDynamic: true,
      text: `SELECT ${FICHE_COLUMNS} FROM fiche f
             WHERE ${conditions.join(' AND ')}
             ORDER BY f.numero
             LIMIT ${bind(page.first + 1)}`,
      values,
    });
    return toSlice(rows.map(toFiche), page.first);
  },
};

/** Above every version number: a page without cursor begins at the newest. */
const LARGEST = 2 ** 31 - 1;

function byNumero(name: string, condition: string): BatchRead<number, Fiche | null> {
  return {
    cacheKey: String,
    async read(sql, numeros) {
      const rows = await sql.query<FicheRow>({
        name,
        text: `SELECT DISTINCT ON (f.numero) ${FICHE_COLUMNS} FROM fiche f
               WHERE f.numero = ANY($1::int[]) AND ${condition}
               ORDER BY f.numero, f.version DESC`,
        values: [numeros],
      });
      const found = new Map(rows.map((row) => [row.numero, toFiche(row)]));
      return numeros.map((numero) => found.get(numero) ?? null);
    },
  };
}

/** One page of current fiches by key: `$1` the keys, `$2` the number after which, `$3` the size, `$4` the day. */
function lateralPage(type: 'int' | 'text', condition: string): string {
  return `SELECT k.cle::text AS cle, h.*
          FROM unnest($1::${type}[]) AS k (cle)
          CROSS JOIN LATERAL (
            SELECT ${FICHE_COLUMNS} FROM fiche f
            WHERE ${condition} AND f.numero > $2::int AND ${currentCondition('$4')}
            ORDER BY f.numero
            LIMIT $3
          ) h
          ORDER BY h.numero`;
}

function afterOf(page: Page): readonly SqlValue[] {
  return [afterNumero(page), page.first + 1];
}

function afterNumero({ after }: Page): number {
  const [numero] = after ?? [];
  return typeof numero === 'number' ? numero : 0;
}

function slices(
  keys: readonly string[],
  rows: readonly Keyed[],
  { first }: Page,
): readonly Slice<Fiche>[] {
  const grouped = Map.groupBy(rows, ({ cle }) => cle);
  return keys.map((key) => toSlice((grouped.get(key) ?? []).map(toFiche), first));
}

/** SQL condition on `ft`: its territory contains the one of this maille whose code is `k.cle`. */
function containing(maille: CleTerritoire['maille']): string {
  const columns = {
    REGION: 'region',
    DEPARTEMENT: 'departement',
    ARRONDISSEMENT: 'arrondissement',
    EPCI: 'epci',
  };
  const larger = Object.entries(columns).filter(([one]) => one !== maille);
  return `EXISTS (
    SELECT FROM territoire soi
    WHERE soi.maille = '${MAILLES[maille]}' AND soi.code = k.cle
      AND (${larger
        .map(([one, column]) => `(ft.maille = '${one}' AND ft.code = soi.${column})`)
        .join(' OR ')}))`;
}
