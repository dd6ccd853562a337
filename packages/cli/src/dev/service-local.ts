import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { empreinteDuSchema, empreinteSchema } from '@passerelle/publication';
import { z } from 'zod';
import { lancerEnfant } from './enfant.js';
import { demarrerScript, lancerScript } from './script-de-paquet.js';

/** The partner's subgraph on this machine, compiled and started again at each change. */
export interface ServiceLocal {
  readonly origine: string;
  /** Fingerprint of the schema that it serves now; null while it does not answer. */
  empreinte(): Promise<string | null>;
  /** Printed by the partner's own script: what is served, or null when that moved meanwhile. */
  imprimer(empreinte: string): Promise<string | null>;
  arreter(): Promise<void>;
}

export interface ServiceLocalDeps {
  readonly dossier: string;
  readonly racine: string;
  readonly journaux: string;
  readonly origine: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dire: (ligne: string) => void;
}

const servi = z.object({ empreinte: empreinteSchema });

export function demarrerService(deps: ServiceLocalDeps): ServiceLocal {
  const { dossier, racine, origine, env, dire } = deps;
  const lieu = (nom: string) => ({
    dossier,
    racine,
    env,
    journal: join(deps.journaux, `${nom}.log`),
  });
  // `dev` compiles at each change; a partner who compiles nothing has none.
  const compilation = demarrerScript('dev', { ...lieu('compilation'), dire });
  const service = lancerEnfant(
    process.execPath,
    ['--watch', '--watch-preserve-output', 'dist/main.js'],
    lieu('service'),
  );

  return {
    origine,
    async empreinte() {
      try {
        const reponse = await fetch(`${origine}/sante/schema`, {
          signal: AbortSignal.timeout(2_000),
        });
        return servi.parse(await reponse.json()).empreinte;
      } catch {
        // Not started yet, or restarting: asked again.
        return null;
      }
    },
    async imprimer(empreinte) {
      const { sortie } = await lancerScript('print-schema', lieu('impression'));
      if (sortie !== 0) return null;
      const schema = await readFile(join(dossier, 'schema.graphql'), 'utf8');
      return empreinteDuSchema(schema) === empreinte ? schema : null;
    },
    async arreter() {
      await Promise.all([compilation?.arreter(), service.arreter()]);
    },
  };
}
