import { type Canal, type Changement, signPublication } from '@passerelle/publication';
import type { Signer } from '../cles/signer.js';
import type { Sql } from '../database/sql.js';
import type { Journal, NouvelleEntree } from '../journal/journal.js';
import type { RevisionReader } from '../revisions/revision-reader.js';
import { buildPublication } from './build-publication.js';
import { differencesOf } from './differences.js';
import { type Ensemble, lotsServis } from './ensemble.js';
import { lotsGardes, noteServis } from './gardes.js';
import { createOneAtATime } from './one-at-a-time.js';
import type { LireCarte } from './ports.js';
import { insertPublication, supergrapheOf } from './publication-store.js';
import { type CanalLu, readChannel } from './read-channel.js';

/** A publisher may wait for those before it; past this it is told to come back. */
const LOCK_TIMEOUT_MS = 60_000;
/** A replica that stopped in the middle would hold the channel for all the others. */
const IDLE_TIMEOUT_MS = 60_000;
/** Heard by every replica: `{"canal":…,"numero":…}`. */
export const PUBLICATION_CHANNEL = 'registre_publication';

export interface ChangeDeps {
  readonly sql: Sql;
  readonly revisions: RevisionReader;
  readonly lireCarte: LireCarte;
  readonly journal: Journal;
  readonly signer: Signer;
  readonly maintenant: () => Date;
}

export interface Contexte extends CanalLu {
  /** The transaction that holds the channel. */
  readonly sql: Sql;
  readonly canal: Canal;
  /** Live composed graph. */
  readonly supergraphe: string | null;
  readonly maintenant: Date;
}

/** A revision that comes to the channel with the publication that is being made. */
export function miseEnLigneOf(
  { vivant, maintenant }: Contexte,
  { revision, par, commit }: { revision: number; par: string; commit: string | null },
): NonNullable<Ensemble['coquille']> {
  const publieLe = maintenant.toISOString();
  return { revision, numero: vivant.numero + 1, publieLe, par, commit };
}

/** What was decided of a candidate while nothing else could change the channel. */
export type Decision<Faits> =
  | { readonly issue: 'INCHANGE'; readonly faits: Faits }
  /** Nothing changes but the journal. */
  | { readonly issue: 'REFUS'; readonly faits: Faits; readonly entree: NouvelleEntree }
  | {
      readonly issue: 'PUBLIE';
      readonly faits: Faits;
      readonly ensemble: Ensemble;
      readonly supergraphe: string | null;
      readonly changements?: readonly Changement[];
      readonly entree: NouvelleEntree;
    };

export interface Change<Faits> {
  readonly issue: Decision<Faits>['issue'];
  readonly faits: Faits;
  /** Number of the publication made, or of the live one. */
  readonly numero: number;
}

export type ChangeChannel = <Faits>(
  canal: Canal,
  decide: (contexte: Contexte) => Promise<Decision<Faits>>,
) => Promise<Change<Faits>>;

/**
 * The only way in which a channel changes: one at a time across all replicas, all in one
 * transaction, so that what was acknowledged is there and nothing else is.
 */
export function createChangeChannel(deps: ChangeDeps): ChangeChannel {
  const { sql, journal, revisions, maintenant } = deps;
  const oneAtATime = createOneAtATime();

  async function changeIn<Faits>(
    tx: Sql,
    canal: Canal,
    decide: (contexte: Contexte) => Promise<Decision<Faits>>,
  ): Promise<Change<Faits>> {
    await tx.query(`SET LOCAL statement_timeout = ${LOCK_TIMEOUT_MS}`);
    await tx.query(`SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS}`);
    await lockChannel(tx, canal);
    const lu = await readChannel(deps, tx, canal);
    const { numero } = lu.vivant;
    const supergraphe = await supergrapheOf(tx, canal, numero);
    const contexte = { ...lu, sql: tx, canal, supergraphe, maintenant: maintenant() };
    const decision = await decide(contexte);
    const { issue, faits } = decision;
    switch (issue) {
      case 'INCHANGE':
        return { issue, faits, numero };
      case 'REFUS':
        await journal.append(tx, { ...decision.entree, canal });
        return { issue, faits, numero };
      case 'PUBLIE':
        await publish(deps, contexte, decision);
        return { issue, faits, numero: numero + 1 };
    }
  }

  /** What the transaction read of itself is not true once it fails: before it lets go, and after. */
  async function forgettingOnFailure<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      revisions.forget();
      throw error;
    }
  }

  return (canal, decide) =>
    oneAtATime(canal, () =>
      forgettingOnFailure(() =>
        sql.transaction((tx) => forgettingOnFailure(() => changeIn(tx, canal, decide))),
      ),
    );
}

/** Until the transaction ends, nobody else changes the channel, on any replica. */
export async function lockChannel(tx: Sql, canal: Canal): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `registre:canal:${canal}`,
  ]);
}

async function publish(
  { revisions, signer, journal }: ChangeDeps,
  contexte: Contexte,
  decision: Extract<Decision<unknown>, { issue: 'PUBLIE' }>,
): Promise<void> {
  const { sql, canal, vivant, maintenant } = contexte;
  const { entree, supergraphe } = decision;
  const numero = vivant.numero + 1;
  const ensemble = { ...decision.ensemble, carte: vivant.carte.revision };
  await noteServis(sql, canal, maintenant, {
    avant: lotsServis(contexte.ensemble),
    apres: lotsServis(ensemble),
  });
  const { cle, trousseau } = await signer(sql);
  const publieeLe = maintenant.toISOString();
  const publication = await buildPublication(
    { revisions, sql },
    {
      canal,
      numero,
      publieeLe,
      ensemble,
      supergraphe,
      gardes: await lotsGardes(sql, canal, maintenant),
      trousseau,
    },
  );
  const { editeur, par, commit = null } = entree;
  await insertPublication(
    sql,
    { canal, numero, publieeLe, editeur, par, commit, ensemble },
    { supergraphe, jws: await signPublication(publication, cle) },
  );
  await journal.append(sql, {
    ...entree,
    canal,
    numero,
    details: {
      ...entree.details,
      differences: differencesOf(contexte.ensemble, ensemble, decision.changements),
    },
  });
  await sql.query('SELECT pg_notify($1, $2)', [
    PUBLICATION_CHANNEL,
    JSON.stringify({ canal, numero }),
  ]);
}
