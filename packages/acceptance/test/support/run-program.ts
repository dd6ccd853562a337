import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const RACINE: string = fileURLToPath(new URL('../../../../', import.meta.url));
/** Folder of the pinned pnpm, and of nothing else. */
export const PNPM: string = join(RACINE, 'node_modules/pnpm');

export interface Fin {
  readonly sortie: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, as on a partner's machine. */
export function lancer(
  commande: string,
  mots: readonly string[],
  dossier: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Fin> {
  return new Promise((resolve, reject) => {
    const enfant = execFile(
      commande,
      [...mots],
      { cwd: dossier, env: { ...propre(), ...env }, maxBuffer: 64 * 1024 * 1024 },
      (_erreur, stdout, stderr) => {
        if (enfant.exitCode === null) reject(new Error(`${commande} : ${stderr}`));
        else resolve({ sortie: enfant.exitCode, stdout, stderr });
      },
    );
  });
}

/** The command of the partner teams, in the name of whoever has this token. */
export function lancerPasserelle(
  mots: readonly string[],
  { registre, jeton, dossier }: { registre: string; jeton: string; dossier?: string },
): Promise<Fin> {
  const script = join(RACINE, 'packages/cli/bin/passerelle.js');
  return lancer(process.execPath, [script, ...mots], dossier ?? RACINE, {
    PASSERELLE_REGISTRE: registre,
    PASSERELLE_JETON: jeton,
    COLUMNS: '140',
  });
}

/** A partner's machine: its Node, its pnpm, and nothing that points back to the monorepo. */
export function propre(): Record<string, string> {
  const env: Record<string, string> = {
    PATH: [dirname(process.execPath), PNPM, '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
    CI: 'true',
    NO_COLOR: '1',
  };
  for (const nom of ['HOME', 'USER', 'LANG', 'TMPDIR', 'XDG_CACHE_HOME', 'XDG_DATA_HOME']) {
    const valeur = process.env[nom];
    if (valeur !== undefined) env[nom] = valeur;
  }
  return env;
}
