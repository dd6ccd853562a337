import type { Canal, Etat } from '@passerelle/publication';
import { listPasserelles } from '../acquittements/acquittement-store.js';
import type { Sql } from '../database/sql.js';
import { type DeriveConstatee, readDerives } from '../derive/index.js';
import { connectedGateways } from '../flux/connexions.js';
import { countIncidents } from '../incidents/index.js';
import { ENSEMBLE_VIDE } from '../publications/ensemble.js';
import { lastPublication } from '../publications/publication-store.js';
import type { RevisionReader } from '../revisions/revision-reader.js';
import { lotsOf } from './lots-of.js';

export interface ReadEtatDeps {
  readonly sql: Sql;
  readonly revisions: RevisionReader;
  readonly maintenant: () => Date;
}

/** What a channel serves, and who serves it. */
export async function readEtat(
  { sql, revisions, maintenant }: ReadEtatDeps,
  canal: Canal,
): Promise<Etat> {
  const derniere = await lastPublication(sql, canal);
  const ensemble = derniere?.ensemble ?? ENSEMBLE_VIDE;
  const { partenaires, commun } = await lotsOf({ sql, revisions }, ensemble);
  const derives = await readDerives(sql, canal);
  const connectees = new Set(await connectedGateways(sql, canal));
  return {
    canal,
    numero: derniere?.numero ?? 0,
    publieeLe: derniere?.publieeLe ?? null,
    carte: ensemble.carte,
    partenaires: await Promise.all(
      partenaires.map(async ({ partenaire, schema, module, canari }) => ({
        partenaire,
        schema: schema && { ...schema, derive: deriveOf(schema, derives.get(partenaire)) },
        module,
        canari: canari && {
          ...canari,
          ...(await santeDe(sql, { canal, partenaire, revision: canari.revision }, maintenant())),
        },
      })),
    ),
    commun,
    passerelles: (await listPasserelles(sql, canal, maintenant())).map((each) => ({
      ...each,
      connectee: connectees.has(each.passerelle),
    })),
  };
}

/** What was seen of another revision says nothing of this one. */
function deriveOf(
  { revision }: { revision: number },
  vue: DeriveConstatee | undefined,
): NonNullable<Etat['partenaires'][number]['schema']>['derive'] {
  if (vue?.revision !== revision) return null;
  const { statut, message, constateeLe } = vue;
  return { statut, message, constateeLe };
}

async function santeDe(
  sql: Sql,
  canari: { canal: Canal; partenaire: string; revision: number },
  le: Date,
): Promise<{ montages: number; erreurs: number }> {
  const { montages, erreurs } = await countIncidents(sql, canari, { le, minutes: null });
  return { montages, erreurs };
}
