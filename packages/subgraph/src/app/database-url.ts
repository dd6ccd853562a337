import { type EmbeddedPostgres, ensureEmbeddedPostgres } from '@passerelle/embedded-postgres';
import type { Partenaire } from '@passerelle/identity';
import type { SubgraphConfig } from '../config/subgraph-config.js';
import type { DatabaseLog } from '../database/database.js';

export interface DatabaseSource {
  readonly url: () => Promise<string>;
  /** Lets go of the embedded server, if it is the one in use. */
  readonly release: () => Promise<void>;
}

/** The partner's server when one is named, else the embedded one, started if need be. */
export function databaseUrl(
  partenaire: Partenaire,
  config: SubgraphConfig,
  log: DatabaseLog,
): DatabaseSource {
  const { databaseUrl: given, dossier, portPostgres: port } = config;
  if (given !== null) {
    return { url: () => Promise.resolve(given), release: () => Promise.resolve() };
  }
  const base = partenaire.replaceAll('-', '_');
  let held: EmbeddedPostgres | undefined;
  let released = false;

  async function hold(): Promise<EmbeddedPostgres> {
    const postgres = await ensureEmbeddedPostgres({ dossier, port, bases: [base] });
    held = postgres;
    // Killed under us: started again at the same place, where the pools look for it.
    void postgres.lost.then(async () => {
      if (released || held !== postgres) return;
      held = undefined;
      log.warn({}, 'embedded database lost: starting it again');
      await hold().catch((error: unknown) =>
        log.warn({ err: error }, 'embedded database not started again'),
      );
    });
    return postgres;
  }

  return {
    url: async () => (held ?? (await hold())).url(base),
    async release() {
      released = true;
      await held?.stop();
    },
  };
}
