import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { type Enfant, lancerEnfant } from './enfant.js';

const forme = z.object({ scripts: z.record(z.string(), z.string()).default({}) });

export interface LieuDeScript {
  /** Folder of the package. */
  readonly dossier: string;
  /** Root of the workspace: its tools are found too. */
  readonly racine: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly journal: string;
  readonly dire?: (ligne: string) => void;
}

/** A script of a `package.json`, as pnpm would run it; null when the package has none. */
export function demarrerScript(nom: string, lieu: LieuDeScript): Enfant | null {
  const { dossier, racine, env, journal, dire } = lieu;
  const { scripts } = forme.parse(JSON.parse(readFileSync(join(dossier, 'package.json'), 'utf8')));
  const script = scripts[nom];
  if (script === undefined) return null;
  const outils = [dossier, racine].map((ici) => join(ici, 'node_modules', '.bin'));
  return lancerEnfant('sh', ['-c', script], {
    dossier,
    env: { ...env, PATH: [...outils, env['PATH'] ?? ''].join(delimiter) },
    journal,
    ...(dire === undefined ? {} : { dire }),
  });
}

const LIGNES_GARDEES = 40;

/** The same, to its end. */
export async function lancerScript(
  nom: string,
  lieu: LieuDeScript,
): Promise<{ sortie: number | null; dit: string }> {
  const lignes: string[] = [];
  const enfant = demarrerScript(nom, {
    ...lieu,
    dire: (ligne) => {
      lignes.push(ligne);
      if (lignes.length > LIGNES_GARDEES) lignes.shift();
    },
  });
  if (enfant === null) return { sortie: 0, dit: '' };
  return { sortie: await enfant.fini, dit: lignes.join('\n') };
}
