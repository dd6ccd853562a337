import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { empreinteDuSchema, empreinteSchema } from '@passerelle/publication';
import { z } from 'zod';
import { echecLocal, SORTIE } from '../echec.js';
import { type Enfant, lancerEnfant } from './enfant.js';

/** The partner's subgraph on this machine, compiled and started again at each change. */
export interface ServiceLocal {
  readonly origine: string;
  /** Fingerprint of the schema that it serves now; null while it does not answer. */
  empreinte(): Promise<string | null>;
  /** Printed by the partner's own script: exactly what is served, or null when it moved meanwhile. */
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

const scriptsSchema = z.object({ scripts: z.record(z.string(), z.string()).default({}) });
const servi = z.object({ empreinte: empreinteSchema });

export function demarrerService(deps: ServiceLocalDeps): ServiceLocal {
  const { dossier, racine, origine, dire } = deps;
  const { scripts } = scriptsSchema.parse(
    JSON.parse(readFileSync(join(dossier, 'package.json'), 'utf8')),
  );
  const imprime = scripts['print-schema'];
  if (imprime === undefined) {
    throw echecLocal(
      SORTIE.USAGE,
      'ESSAI_IMPOSSIBLE',
      `${dossier}/package.json n’a pas de script « print-schema ».`,
      'Il écrit schema.graphql d’après le code ; voyez services/region.',
    );
  }
  const env = { ...deps.env, PATH: cheminDesOutils(deps.env['PATH'], dossier, racine) };
  const journal = (nom: string): string => join(deps.journaux, `${nom}.log`);
  const shell = (script: string, nom: string, montre: (ligne: string) => void): Enfant =>
    lancerEnfant('sh', ['-c', script], { dossier, env, journal: journal(nom), dire: montre });

  const enfants: Enfant[] = [
    // `dev` compiles at each change; a partner who compiles nothing has none.
    ...(scripts['dev'] === undefined ? [] : [shell(scripts['dev'], 'compilation', dire)]),
    lancerEnfant(process.execPath, ['--watch', '--watch-preserve-output', 'dist/main.js'], {
      dossier,
      env,
      journal: journal('service'),
    }),
  ];

  return {
    origine,
    async empreinte() {
      try {
        const reponse = await fetch(`${origine}/sante/schema`, {
          signal: AbortSignal.timeout(2_000),
        });
        return servi.parse(await reponse.json()).empreinte;
      } catch {
        return null;
      }
    },
    async imprimer(empreinte) {
      const impression = shell(imprime, 'impression', () => undefined);
      await impression.fini;
      const schema = await readFile(join(dossier, 'schema.graphql'), 'utf8');
      return empreinteDuSchema(schema) === empreinte ? schema : null;
    },
    async arreter() {
      await Promise.all(enfants.map((enfant) => enfant.arreter()));
    },
  };
}

function cheminDesOutils(path: string | undefined, ...dossiers: readonly string[]): string {
  const outils = dossiers.map((dossier) => join(dossier, 'node_modules', '.bin'));
  return [...outils, path ?? ''].join(delimiter);
}
