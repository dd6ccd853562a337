import { type Database, type JournalDesActes, sqlWriterOf } from '@passerelle/subgraph';
import type { RegistreDesSituations } from '../use-cases/arreter.js';

export const SITUATION_ARRETEE = 'SITUATION_ARRETEE';

export function situationPostgresRegistre(
  database: Database,
  actes: JournalDesActes,
): RegistreDesSituations {
  return {
    add: (identite, situation) =>
      database.write(identite, async (manager) => {
        const sql = sqlWriterOf(manager);
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('situation', 0))`);
        const [row] = await sql.query<{ rang: string }>(
          'SELECT (count(*) + 1)::text AS rang FROM situation WHERE le = $1::date',
          [situation.le],
        );
        const id = `situation-${situation.le}-${row?.rang ?? '1'}`;
        await sql.query(
          `INSERT INTO situation
             (id, titre, le, auteur, empreinte, manquants, contenu, demonstration)
           VALUES ($1, $2, $3, $4, $5, $6::text[], $7, $8)`,
          [
            id,
            situation.titre,
            situation.le,
            situation.auteur,
            situation.empreinte,
            situation.manquants,
            situation.contenu,
            situation.demonstration,
          ],
        );
        // The house's signature on the hash: whoever holds the text can tell that it is this one.
        await actes.signer(sql, identite, {
          nature: SITUATION_ARRETEE,
          sujet: id,
          charge: { empreinte: situation.empreinte, le: situation.le },
        });
        return id;
      }),
  };
}
