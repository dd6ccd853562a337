import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/passerelle.js', import.meta.url));

export interface Fin {
  readonly sortie: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a pipeline does: its own process, few variables. */
export function lancer(
  mots: readonly string[],
  options: { env?: Record<string, string>; dossier?: string } = {},
): Promise<Fin> {
  return new Promise((done, fail) => {
    const enfant = execFile(
      process.execPath,
      [BIN, ...mots],
      {
        cwd: options.dossier ?? process.cwd(),
        env: { PATH: process.env['PATH'] ?? '', COLUMNS: '100', ...options.env },
        maxBuffer: 32 * 1024 * 1024,
      },
      (_erreur, stdout, stderr) => {
        if (enfant.exitCode === null) fail(new Error(`killed: ${stderr}`));
        else done({ sortie: enfant.exitCode, stdout, stderr });
      },
    );
  });
}
