import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { watchCommandsAbove } from './commands-above.mjs';

const running = new Set();
let interrupted = null;
const LAST_WORDS_MS = 2_000;

/**
 * Runs a tool silently: its lines go to `onLine` and to a log file. It has its own process group, so
 * that an interruption ends it together with everything that it has started.
 *
 * @returns {Promise<number>} its exit code; 127 when the tool is not found, 1 when interrupted
 */
export function runTool(command, args, { cwd, env, log, onLine = () => {}, timeoutMs = 0 }) {
  if (log) mkdirSync(dirname(log), { recursive: true });
  const file = log ? createWriteStream(log, { flags: 'a' }) : null;
  file?.on('error', () => {});
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const timer = timeoutMs > 0 ? setTimeout(() => endGroup(child), timeoutMs) : null;
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        file?.write(`${line}\n`);
        onLine(line);
      });
    }
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      file?.end();
      resolve(code);
    };
    child.once('error', (error) => finish(error.code === 'ENOENT' ? 127 : 1));
    child.once('exit', (code) => {
      // What it left behind; one that left the group may hold the pipes open for ever.
      signal(child, 'SIGKILL');
      const late = setTimeout(() => finish(code ?? 1), LAST_WORDS_MS);
      child.once('close', () => {
        clearTimeout(late);
        finish(code ?? 1);
      });
    });
  });
}

/** The signal that interrupted this command, or null. */
export function interruption() {
  return interrupted;
}

/** From now on a signal, or npm's death, ends the tools under way; the command sees them fail. */
export function endToolsOnSignal() {
  const interrupt = (name) => {
    interrupted ??= name;
    for (const child of running) endGroup(child);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) process.on(name, interrupt);
  watchCommandsAbove(() => interrupt('SIGTERM'));
}

function endGroup(child) {
  signal(child, 'SIGTERM');
  setTimeout(() => {
    if (running.has(child)) signal(child, 'SIGKILL');
  }, 3_000).unref();
}

function signal(child, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // Already gone.
  }
}
