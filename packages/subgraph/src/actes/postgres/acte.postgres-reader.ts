import type { Partenaire } from '@passerelle/identity';
import type { ActeReader } from '../domain/acte.reader.js';

export function actePostgresReader(partenaire: Partenaire): ActeReader {
  return {
    async page(sql, apres, first) {
      const rows = await sql.query<{ jws: string }>({
        name: 'actes-signes',
        text: `SELECT jws FROM acte WHERE partenaire = $1 AND numero > $2
               ORDER BY numero LIMIT $3`,
        values: [partenaire, apres, first + 1],
      });
      const [last] = await sql.query<{ dernier: string }>({
        name: 'dernier-acte',
        text: `SELECT coalesce(max(numero), 0)::text AS dernier FROM acte WHERE partenaire = $1`,
        values: [partenaire],
      });
      return {
        jws: rows.slice(0, first).map(({ jws }) => jws),
        dernier: Number(last?.dernier ?? 0),
        suite: rows.length > first,
      };
    },
  };
}
