import type { Identite, Partenaire } from '@passerelle/identity';
import type { SqlWriter } from '../../database/sql-writer.js';
import { type Viewer, viewerSettings } from '../../database/viewer.js';
import type { Acte, JournalDesActes, Reaction } from '../domain/acte.js';

/** Reactions by nature; several features may follow the same one. */
export type Reactions = ReadonlyMap<string, readonly Reaction[]>;

export function reactionsOf(
  features: readonly { readonly reactions?: Readonly<Record<string, Reaction>> }[],
): Reactions {
  const found = new Map<string, Reaction[]>();
  for (const { reactions = {} } of features) {
    for (const [nature, reaction] of Object.entries(reactions)) {
      found.set(nature, [...(found.get(nature) ?? []), reaction]);
    }
  }
  return found;
}

export function actePostgresJournal(partenaire: Partenaire, reactions: Reactions): JournalDesActes {
  return {
    signer: (sql, identite, { nature, sujet, charge }) =>
      inTheNameOfTheService(sql, identite, async () => {
        // Numbers must follow the order of commits, or a follower would step over one.
        await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('acte', 0))`);
        const [row] = await sql.query<{ numero: string; faitLe: Date }>(
          `INSERT INTO acte (partenaire, numero, nature, sujet, charge, auteur, fait_le)
           SELECT $1, coalesce(max(numero), 0) + 1, $2, $3, $4::jsonb, $5, clock_timestamp()
           FROM acte WHERE partenaire = $1
           RETURNING numero::text, fait_le AS "faitLe"`,
          [partenaire, nature, sujet, JSON.stringify(charge), auteurOf(identite)],
        );
        if (!row) throw new Error('an act was not recorded');
        const acte: Acte = {
          partenaire,
          numero: Number(row.numero),
          nature,
          sujet,
          charge,
          auteur: auteurOf(identite),
          faitLe: row.faitLe.toISOString(),
        };
        for (const react of reactions.get(nature) ?? []) await react(acte, sql);
        return acte;
      }),
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
