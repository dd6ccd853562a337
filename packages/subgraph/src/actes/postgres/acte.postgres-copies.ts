import type { Database } from '../../database/database.js';
import { type SqlWriter, sqlWriterOf } from '../../database/sql-writer.js';
import type { Acte } from '../domain/acte.js';
import type { Copies, Curseur } from '../domain/copies.js';
import { SuiviArrete } from '../domain/etat-du-suivi.js';
import type { Reactions } from '../domain/reactions.js';
import { recordActe } from './record-acte.js';

export function actePostgresCopies(
  database: Pick<Database, 'write'>,
  reactions: Reactions,
): Copies {
  async function react(acte: Acte, sql: SqlWriter): Promise<void> {
    for (const reaction of reactions.get(acte.nature) ?? []) {
      try {
        await reaction(acte, sql);
      } catch (cause) {
        throw new SuiviArrete(
          `l’acte n° ${acte.numero} (${acte.nature}) n’a pas pu être pris en compte ici`,
          { cause },
        );
      }
    }
  }

  return {
    curseur: (partenaire) =>
      database.write('systeme', (manager) => readCursor(sqlWriterOf(manager), partenaire)),
    ajouter: (acte, jws) =>
      database.write('systeme', async (manager) => {
        const sql = sqlWriterOf(manager);
        // Replicas of one service follow together: one at a time, the others find it kept.
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('acte:' || $1, 0))`, [
          acte.partenaire,
        ]);
        const kept = await readCursor(sql, acte.partenaire);
        if (acte.numero <= kept.numero) return false;
        if (acte.numero !== kept.numero + 1) {
          throw new SuiviArrete(`l’acte n° ${kept.numero + 1} manque dans ce que la maison donne`);
        }
        await recordActe(sql, acte, jws);
        await react(acte, sql);
        return true;
      }),
  };
}

async function readCursor(sql: SqlWriter, partenaire: string): Promise<Curseur> {
  const [row] = await sql.query<{ numero: string; jws: string }>(
    // The column, not the text of the same name: « 9 » would come after « 10 ».
    `SELECT acte.numero::text AS numero, jws FROM acte WHERE partenaire = $1
     ORDER BY acte.numero DESC LIMIT 1`,
    [partenaire],
  );
  return row ? { numero: Number(row.numero), jws: row.jws } : { numero: 0, jws: null };
}
