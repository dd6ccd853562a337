import { type CleTerritoire, type Slice, toSlice, withinCondition } from '@passerelle/subgraph';
import type { Formation } from '../domain/formation.js';
import type { FormationReader } from '../domain/formation.reader.js';
import { FORMATION_COLUMNS, type FormationRow, toFormation } from './formation.row.js';
import { listFormations } from './list-formations.js';
import { readOffres } from './read-offres.js';

const AFTER = '(NOT $3::boolean OR (f.intitule_cle, f.numero_offre) > ($4::text, $5::text))';

export const formationPostgresReader: FormationReader = {
  parNumero: {
    cacheKey: (numero) => numero,
    async read(sql, numeros) {
      const rows = await sql.query<FormationRow>({
        name: 'formations-par-numero',
        text: `SELECT ${FORMATION_COLUMNS} FROM formation f
               WHERE f.numero_offre = ANY($1::text[])`,
        values: [numeros],
      });
      const byNumero = new Map(rows.map((row) => [row.numeroOffre, toFormation(row)]));
      return numeros.map((numero) => byNumero.get(numero) ?? null);
    },
  },

  list: listFormations,

  parTerritoire: {
    cacheKey: keyOf,
    async read(sql, cles, { secteur, page }) {
      const found = new Map<string, Slice<Formation>>();
      for (const [maille, territoires] of Map.groupBy(cles, (cle) => cle.maille)) {
        const rows = await sql.query<FormationRow & { cle: string }>({
          name: `formations-par-territoire-${maille}`,
          text: `SELECT k.code AS cle, e.*
                 FROM unnest($1::text[]) AS k (code)
                 CROSS JOIN LATERAL (
                   SELECT ${FORMATION_COLUMNS} FROM formation f
                   JOIN territoire t ON t.maille = f.maille AND t.code = f.lieu
                   WHERE ${withinCondition(maille, 'k.code')}
                     AND ($6::text IS NULL OR f.secteur = $6) AND ${AFTER}
                   ORDER BY f.intitule_cle, f.numero_offre
                   LIMIT $2
                 ) e
                 ORDER BY k.code, e."intituleCle", e."numeroOffre"`,
          values: [
            territoires.map(({ code }) => code),
            page.first + 1,
            page.after !== null,
            ...(page.after ?? ['', '']),
            secteur,
          ],
        });
        const byTerritoire = Map.groupBy(rows, (row) => row.cle);
        for (const { code } of territoires) {
          const formations = (byTerritoire.get(code) ?? []).map(toRow).map(toFormation);
          found.set(keyOf({ code, maille }), toSlice(formations, page.first));
        }
      }
      return cles.map((cle) => found.get(keyOf(cle)) ?? toSlice([], page.first));
    },
  },

  parMetier: {
    cacheKey: (codeRome) => codeRome,
    async read(sql, codes, { territoire, page }) {
      const rows = await sql.query<FormationRow & { cle: string }>({
        name: `formations-par-metier-${territoire?.maille ?? 'partout'}`,
        text: `SELECT k.code AS cle, e.*
               FROM unnest($1::text[]) AS k (code)
               CROSS JOIN LATERAL (
                 SELECT ${FORMATION_COLUMNS} FROM formation f
                 JOIN territoire t ON t.maille = f.maille AND t.code = f.lieu
                 WHERE f.metiers @> ARRAY[k.code]
                   AND ${territoire ? withinCondition(territoire.maille, '$6::text') : '$6::text IS NULL'}
                   AND ${AFTER}
                 ORDER BY f.intitule_cle, f.numero_offre
                 LIMIT $2
               ) e
               ORDER BY k.code, e."intituleCle", e."numeroOffre"`,
        values: [
          codes,
          page.first + 1,
          page.after !== null,
          ...(page.after ?? ['', '']),
          territoire?.code ?? null,
        ],
      });
      const byMetier = Map.groupBy(rows, (row) => row.cle);
      return codes.map((code) =>
        toSlice((byMetier.get(code) ?? []).map(toRow).map(toFormation), page.first),
      );
    },
  },

  placesRestantes: {
    cacheKey: (numero) => numero,
    async read(sql, numeros) {
      const rows = await sql.query<{ numeroOffre: string; places: number }>({
        name: 'formations-places-restantes',
        text: `SELECT numero_offre AS "numeroOffre", sum(places_restantes)::int AS places
               FROM session_ouverte WHERE numero_offre = ANY($1::text[])
               GROUP BY numero_offre`,
        values: [numeros],
      });
      const byNumero = new Map(rows.map((row) => [row.numeroOffre, row.places]));
      return numeros.map((numero) => byNumero.get(numero) ?? 0);
    },
  },

  offre: { cacheKey: keyOf, read: readOffres },
};

function keyOf({ code, maille }: CleTerritoire): string {
  return `${maille}/${code}`;
}

function toRow({ cle: _cle, ...row }: FormationRow & { cle: string }): FormationRow {
  return row;
}
