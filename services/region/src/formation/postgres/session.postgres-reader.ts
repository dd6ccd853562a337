import { type Maille, toSlice } from '@passerelle/subgraph';
import type { SessionFormation } from '../domain/formation.js';
import type { SessionReader } from '../domain/formation.reader.js';

interface SessionRow extends Omit<SessionFormation, 'lieu'> {
  maille: Maille;
  lieu: string;
}

const COLUMNS = `s.numero_session AS "numeroSession", s.numero_offre AS "numeroOffre",
  s.debut::text AS debut, s.fin::text AS fin, s.places, s.places_restantes AS "placesRestantes",
  s.maille, s.lieu, s.demonstration`;

const OUVERTE = `(s.places_restantes > 0 AND s.debut > (SELECT arrete_le FROM releve_formation))`;

export const sessionPostgresReader: SessionReader = {
  parNumero: {
    cacheKey: (numero) => numero,
    async read(sql, numeros) {
      const rows = await sql.query<SessionRow>({
        name: 'sessions-par-numero',
        text: `SELECT ${COLUMNS} FROM session_formation s
               WHERE s.numero_session = ANY($1::text[])`,
        values: [numeros],
      });
      const byNumero = new Map(rows.map((row) => [row.numeroSession, toSession(row)]));
      return numeros.map((numero) => byNumero.get(numero) ?? null);
    },
  },

  parFormation: {
    cacheKey: (numero) => numero,
    async read(sql, numeros, { ouvertes, page }) {
      const rows = await sql.query<SessionRow>({
        name: 'sessions-par-formation',
        text: `SELECT e.*
               FROM unnest($1::text[]) AS k (numero)
               CROSS JOIN LATERAL (
                 SELECT ${COLUMNS} FROM session_formation s
                 WHERE s.numero_offre = k.numero
                   AND ($6::boolean IS NULL OR ${OUVERTE} = $6)
                   AND (NOT $3::boolean
                        OR (s.debut, s.numero_session) > ($4::date, $5::text))
                 ORDER BY s.debut, s.numero_session
                 LIMIT $2
               ) e
               ORDER BY e."numeroOffre", e.debut, e."numeroSession"`,
        values: [
          numeros,
          page.first + 1,
          page.after !== null,
          ...(page.after ?? ['0001-01-01', '']),
          ouvertes,
        ],
      });
      const byOffre = Map.groupBy(rows, (row) => row.numeroOffre);
      return numeros.map((numero) =>
        toSlice((byOffre.get(numero) ?? []).map(toSession), page.first),
      );
    },
  },
};

function toSession({ maille, lieu, ...row }: SessionRow): SessionFormation {
  return { ...row, lieu: { code: lieu, maille } };
}
