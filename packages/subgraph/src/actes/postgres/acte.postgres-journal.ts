import { type Identite, type Partenaire, signActe } from '@passerelle/identity';
import type { SqlWriter } from '../../database/sql-writer.js';
import { type Viewer, viewerSettings } from '../../database/viewer.js';
import type { SigningKeySource } from '../cles/act-keys.js';
import type { Acte, JournalDesActes } from '../domain/acte.js';
import { MOUVEMENT_ACTE } from '../domain/mouvement-acte.js';
import type { Reactions } from '../domain/reactions.js';
import { recordActe } from './record-acte.js';

export function actePostgresJournal(
  partenaire: Partenaire,
  reactions: Reactions,
  cle: SigningKeySource,
): JournalDesActes {
  return {
    async signer(sql, identite, { nature, sujet, charge }) {
      const signingKey = await cle.read();
      return inTheNameOfTheService(sql, identite, async () => {
        // Numbers must follow the order of commits, or a follower would step over one.
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('acte', 0))`);
        const [next] = await sql.query<{ numero: string; faitLe: Date }>(
          `SELECT (coalesce(max(numero), 0) + 1)::text AS numero, clock_timestamp() AS "faitLe"
           FROM acte WHERE partenaire = $1`,
          [partenaire],
        );
        if (!next) throw new Error('an act was not numbered');
        const acte: Acte = {
          partenaire,
          numero: Number(next.numero),
          nature,
          sujet,
          charge,
          auteur: auteurOf(identite),
          faitLe: next.faitLe.toISOString(),
        };
        await recordActe(sql, acte, await signActe(acte, signingKey));
        await sql.query('INSERT INTO mouvement (nature, charge) VALUES ($1, $2::jsonb)', [
          MOUVEMENT_ACTE,
          JSON.stringify({ numero: acte.numero }),
        ]);
        for (const react of reactions.get(nature) ?? []) await react(acte, sql);
        return acte;
      });
    },
  };
}

/** What an agent's act changes by itself is the service's doing, not the agent's. */
async function inTheNameOfTheService<Result>(
  sql: SqlWriter,
  viewer: Viewer,
  act: () => Promise<Result>,
): Promise<Result> {
  await sql.query(viewerSettings('systeme'));
  const result = await act();
  await sql.query(viewerSettings(viewer));
  return result;
}

function auteurOf({ fonction, organisation }: Identite): string {
  return [fonction, organisation].filter((part) => part !== '').join(', ');
}
