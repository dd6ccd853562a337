import { MAILLES, ROLES } from '@passerelle/identity';
import { z } from 'zod';
import type { Database } from '../../database/database.js';
import { sqlWriterOf } from '../../database/sql-writer.js';
import type { Abonne, RegistreDesLettres } from '../domain/abonne.js';

const MAX_ESSAIS = 5;
const BAIL = '10 minutes';

const COLUMNS = `c.sujet, c.courriel, c.fonction, c.organisation, c.roles, c.maille, c.territoire,
  c.visite_precedente AS "visitePrecedente"`;

const ligneSchema = z.object({
  sujet: z.string(),
  courriel: z.string(),
  fonction: z.string(),
  organisation: z.string(),
  roles: z.array(z.string()),
  maille: z.enum(MAILLES).nullable(),
  territoire: z.string().nullable(),
  visitePrecedente: z.date().nullable(),
});

export function registreDesLettres(database: Database): RegistreDesLettres {
  const run = (text: string, values: readonly string[]): Promise<Abonne | null> =>
    database.write('systeme', async (manager) => {
      const [row] = await sqlWriterOf(manager).query<unknown>(text, values);
      return row === undefined ? null : toAbonne(row);
    });

  return {
    abonne: (sujet) =>
      run(`SELECT ${COLUMNS} FROM suivi_carnet c WHERE c.sujet = $1 AND c.courriel IS NOT NULL`, [
        sujet,
      ]),

    prendre: (lundi) =>
      run(
        `WITH due AS (
           SELECT c.sujet FROM suivi_carnet c
           LEFT JOIN lettre_envoi e ON e.lundi = $1::date AND e.sujet = c.sujet
           WHERE c.lettre AND (e.sujet IS NULL
             OR (e.envoyee_le IS NULL AND e.reservee_jusqua < now() AND e.essais < ${MAX_ESSAIS}))
           ORDER BY c.sujet LIMIT 1
           FOR UPDATE OF c SKIP LOCKED
         ), prise AS (
           INSERT INTO lettre_envoi (lundi, sujet, reservee_jusqua)
           SELECT $1::date, sujet, now() + interval '${BAIL}' FROM due
           ON CONFLICT (lundi, sujet) DO UPDATE
             SET essais = lettre_envoi.essais + 1, reservee_jusqua = now() + interval '${BAIL}'
             WHERE lettre_envoi.envoyee_le IS NULL AND lettre_envoi.reservee_jusqua < now()
           RETURNING sujet
         )
         SELECT ${COLUMNS} FROM suivi_carnet c JOIN prise USING (sujet)`,
        [lundi],
      ),

    confirmer: (lundi, sujet) =>
      database.write('systeme', async (manager) => {
        await sqlWriterOf(manager).query(
          'UPDATE lettre_envoi SET envoyee_le = now() WHERE lundi = $1::date AND sujet = $2',
          [lundi, sujet],
        );
      }),
  };
}

function toAbonne(row: unknown): Abonne {
  const { maille, territoire, roles, ...abonne } = ligneSchema.parse(row);
  return {
    ...abonne,
    // A role that no longer exists opens nothing.
    roles: ROLES.filter((role) => roles.includes(role)),
    territoire: maille !== null && territoire !== null ? { maille, code: territoire } : null,
  };
}
