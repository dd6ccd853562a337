import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AIDE, type Config, readConfig } from './config.js';
import { Platform } from './platform.js';
import { describeProcesses } from './process-definitions.js';
import { createProgress, formatSeconds } from './progress.js';
import { StartRefusal } from './start-refusal.js';
import { summary } from './summary.js';

// `npm start`, once everything is installed and built; started by infra/local/start.mjs.
const racine = join(fileURLToPath(import.meta.url), '..', '..', '..', '..');
const startedAt = Date.now();
let isStopping = false;

try {
  if (process.argv.includes('--aide') || process.argv.includes('--help')) {
    process.stdout.write(`${AIDE}\n`);
  } else {
    await run(readConfig({ env: process.env, args: process.argv.slice(2), racine }));
  }
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
}

async function run(config: Config): Promise<void> {
  const platform = new Platform({
    config,
    describe: describeProcesses,
    progress: createProgress({
      write: (text) => process.stdout.write(text),
      ...config.etapes,
      nowMs: Date.now,
    }),
    onMessage: (message) => process.stdout.write(`${timeOfDay()} ${message}\n`),
  });
  // A broken pipe (`npm start | head`) must not leave processes behind.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop(platform));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop(platform));
  }
  // The preparation holds this channel: it closes when that program dies, kill -9 included.
  process.on('disconnect', () => stop(platform));
  // A bug of ours: say it, and still leave no process behind.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`\n${error.stack ?? error.message}\n`);
    stop(platform, 1);
  });
  const secrets = await platform.start();
  if (secrets !== null) process.stdout.write(summary(config, secrets, Date.now() - startedAt));
}

function stop(platform: Platform, exitCode = 0): void {
  if (isStopping) return;
  isStopping = true;
  process.stdout.write('\nArrêt…');
  const since = Date.now();
  void platform.stop().then(() => {
    process.stdout.write(` terminé en ${formatSeconds(Date.now() - since)}.\n`);
    process.exit(exitCode);
  });
}

function timeOfDay(): string {
  return new Date().toLocaleTimeString('fr-FR');
}
