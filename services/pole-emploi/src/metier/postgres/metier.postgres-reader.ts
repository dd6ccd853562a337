import {
  createBinder,
  matchCondition,
  parseRecherche,
  type Secteur,
  toSlice,
} from '@passerelle/subgraph';
import type { Metier } from '../domain/metier.js';
import type { MetierReader } from '../domain/metier.reader.js';

interface MetierRow {
  codeRome: string;
  libelle: string;
  libelleCle: string;
  domaine: string;
  secteurs: readonly Secteur[];
}

const COLUMNS = `m.code_rome AS "codeRome", m.libelle, m.libelle_cle AS "libelleCle", m.domaine,
  m.secteurs`;

export const metierPostgresReader: MetierReader = {
  parCode: {
    cacheKey: (code) => code,
    async read(sql, codes) {
      const rows = await sql.query<MetierRow>({
        name: 'metiers-par-code',
        text: `SELECT ${COLUMNS} FROM metier m WHERE m.code_rome = ANY($1::text[])`,
        values: [codes],
      });
      const byCode = new Map(rows.map((row) => [row.codeRome, toMetier(row)]));
      return codes.map((code) => byCode.get(code) ?? null);
    },
  },

  async list(sql, filtre, page) {
    const recherche = parseRecherche(filtre.recherche);
    const { values, bind } = createBinder();
    const conditions = ['true'];
    if (filtre.secteur) conditions.push(`m.secteurs @> ARRAY[${bind(filtre.secteur)}]`);
    if (recherche) {
      const columns = { code: 'm.code_rome', key: 'm.libelle_cle' };
      conditions.push(matchCondition(recherche, columns, bind));
    }
    if (page.after) {
      const [cle = '', code = ''] = page.after;
      conditions.push(`(m.libelle_cle, m.code_rome) > (${bind(cle)}::text, ${bind(code)}::text)`);
    }
    const rows = await sql.query<MetierRow>({
      name: 'metiers-liste',
      isDynamic: true,
      text: `SELECT ${COLUMNS} FROM metier m
             WHERE ${conditions.join(' AND ')}
             ORDER BY m.libelle_cle, m.code_rome
             LIMIT ${bind(page.first + 1)}`,
      values,
    });
    return toSlice(rows.map(toMetier), page.first);
  },
};

function toMetier({ libelleCle, ...row }: MetierRow): Metier {
  return { ...row, tri: [libelleCle, row.codeRome] };
}
