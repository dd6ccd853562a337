import { type CleTerritoire, type SqlReader, withinCondition } from '@passerelle/subgraph';
import type { OffreFormation } from '../domain/formation.js';

interface OffreRow extends Omit<OffreFormation, 'methode'> {
  cle: string;
}

const METHODE =
  'Sessions non commencées au jour du relevé et où une place reste libre, dans les communes du territoire.';

/** Seats of each territory: one statement per maille, in practice one. */
export async function readOffres(
  sql: SqlReader,
  cles: readonly CleTerritoire[],
): Promise<readonly (OffreFormation | null)[]> {
  const found = new Map<string, OffreFormation>();
  for (const [maille, territoires] of Map.groupBy(cles, (cle) => cle.maille)) {
    const rows = await sql.query<OffreRow>({
      name: `offres-${maille}`,
      text: `SELECT k.code AS cle, r.arrete_le::text AS "arreteLe", r.demonstration,
                    o.formations, o."sessionsOuvertes", o.places, o."placesRestantes"
             FROM unnest($1::text[]) AS k (code)
             CROSS JOIN releve_formation r
             CROSS JOIN LATERAL (
               SELECT count(DISTINCT s.numero_offre)::int AS formations,
                      count(*)::int AS "sessionsOuvertes",
                      coalesce(sum(s.places), 0)::int AS places,
                      coalesce(sum(s.places_restantes), 0)::int AS "placesRestantes"
               FROM session_ouverte s
               JOIN territoire t ON t.maille = s.maille AND t.code = s.lieu
               WHERE ${withinCondition(maille, 'k.code')}
             ) o`,
      values: [territoires.map(({ code }) => code)],
    });
    for (const { cle, ...offre } of rows) {
      found.set(`${maille}/${cle}`, { ...offre, methode: METHODE });
    }
  }
  return cles.map(({ code, maille }) => found.get(`${maille}/${code}`) ?? null);
}
