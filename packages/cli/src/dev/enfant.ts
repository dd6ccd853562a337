import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

export interface Enfant {
  /** False once it has ended, of itself or not. */
  vit(): boolean;
  /** Its exit code; null when it was killed or could not start. Its last words are in. */
  readonly fini: Promise<number | null>;
  arreter(): Promise<void>;
}

export interface OptionsDEnfant {
  readonly dossier: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Everything that it says. */
  readonly journal: string;
  /** Lines for the person at the keyboard. */
  readonly dire?: (ligne: string) => void;
}

const FIN_MS = 8_000;

/** A program of the trial, in a group of its own: what it starts ends with it. */
export function lancerEnfant(
  commande: string,
  mots: readonly string[],
  { dossier, env, journal, dire }: OptionsDEnfant,
): Enfant {
  mkdirSync(dirname(journal), { recursive: true });
  const fichier = createWriteStream(journal);
  const enfant = spawn(commande, [...mots], {
    cwd: dossier,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let vivant = true;
  const fini = new Promise<number | null>((resolve) => {
    enfant.once('exit', () => {
      vivant = false;
    });
    enfant.once('error', () => {
      vivant = false;
      resolve(null);
    });
    enfant.once('close', (code) => resolve(code));
  });
  for (const flux of [enfant.stdout, enfant.stderr]) {
    createInterface({ input: flux }).on('line', (ligne) => {
      fichier.write(`${ligne}\n`);
      dire?.(ligne);
    });
  }
  return {
    vit: () => vivant,
    fini,
    async arreter() {
      const groupe = enfant.pid;
      if (groupe === undefined) return;
      signaler(groupe, 'SIGTERM');
      const force = setTimeout(() => signaler(groupe, 'SIGKILL'), FIN_MS);
      await fini;
      clearTimeout(force);
      // What it had started and that did not listen.
      signaler(groupe, 'SIGKILL');
    },
  };
}

function signaler(groupe: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-groupe, signal);
  } catch {
    // Gone already.
  }
}
