import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { node24, racine } from './paths.mjs';
import { Refusal } from './refusal.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const WATCH_MS = 500;
/** Beyond this the program hangs: its own children end with it. */
const STOP_DEADLINE_MS = 12_000;

/**
 * Becomes, as far as Node 20 can, a program run by Node 24: same terminal, signals passed on, same
 * exit code. The program stops too when npm is killed above us, since npm then passes nothing on.
 *
 * @returns {Promise<number>} the program's exit code
 */
export function relay(script, args, { env = process.env } = {}) {
  if (!existsSync(node24) || !existsSync(script)) {
    throw new Refusal(
      "Rien n'est encore installé ni construit ici : lancez d'abord « npm start ».",
    );
  }
  const child = spawn(node24, ['--enable-source-maps', script, ...args], {
    cwd: racine,
    env,
    // The channel closes if we are killed; the supervisor then stops everything.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const pass = (signal) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS).unref();
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  const above = commandsAbove();
  const watch = setInterval(() => {
    if (above.some((command) => !isAlive(command))) {
      clearInterval(watch);
      pass('SIGTERM');
    }
  }, WATCH_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

/** npm and the shell that it put between itself and us; nothing when npm did not start us. */
function commandsAbove() {
  if (process.env.npm_lifecycle_event === undefined) return [];
  const above = [];
  for (let pid = process.ppid; pid > 1; ) {
    const stat = readStat(pid);
    if (stat === null) return [];
    above.push({ pid, startedAt: stat.startedAt });
    if (/\bnpm\b/.test(commandLine(pid))) return above;
    pid = stat.parent;
  }
  return [];
}

function isAlive({ pid, startedAt }) {
  const stat = readStat(pid);
  return stat !== null && stat.startedAt === startedAt && !/[ZX]/.test(stat.state);
}

function readStat(pid) {
  try {
    // The command's name, between parentheses, may itself hold spaces.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], parent: Number(fields[1]), startedAt: fields[19] };
  } catch {
    return null;
  }
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
