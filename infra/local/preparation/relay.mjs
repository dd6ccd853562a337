import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { watchCommandsAbove } from './commands-above.mjs';
import { node24, racine } from './paths.mjs';
import { Refusal } from './refusal.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/** Beyond this the program hangs: its own children end with it. */
const STOP_DEADLINE_MS = 12_000;

/**
 * Becomes, as far as Node 20 can, a program run by Node 24: same terminal, signals passed on, same
 * exit code. The program stops too when npm is killed above us, since npm then passes nothing on.
 *
 * @returns {Promise<number>} the program's exit code
 */
export function relay(script, args, { env = process.env, cwd = racine } = {}) {
  if (!existsSync(node24) || !existsSync(script)) {
    throw new Refusal(
      "Rien n'est encore installé ni construit ici : lancez d'abord « npm start ».",
    );
  }
  const child = spawn(node24, ['--enable-source-maps', script, ...args], {
    cwd,
    env,
    // The channel closes if we are killed; the supervisor then stops everything.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const pass = (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  const stopWatching = watchCommandsAbove(() => pass('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      stopWatching();
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}
