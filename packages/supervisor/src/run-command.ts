import { AIDE, type Config, readConfig } from './config.js';
import { Platform, type PlatformDeps } from './platform.js';
import { createProgress, formatSeconds } from './progress.js';
import { StartRefusal } from './start-refusal.js';
import { summary } from './summary.js';

/**
 * The whole life of `npm start`: starts everything, shows what to do, and stops it all at a signal,
 * or when the program that started us dies. Ends the process itself.
 */
export async function runCommand(o: {
  env: NodeJS.ProcessEnv;
  args: readonly string[];
  racine: string;
  describe: PlatformDeps['describe'];
}): Promise<void> {
  if (o.args.includes('--aide') || o.args.includes('--help')) {
    process.stdout.write(`${AIDE}\n`);
    process.exit(0);
  }
  try {
    await startAndWatch(readConfig(o), o.describe);
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

async function startAndWatch(config: Config, describe: PlatformDeps['describe']): Promise<void> {
  const startedAt = Date.now();
  const platform = new Platform({
    config,
    describe,
    progress: createProgress({
      write: (text) => process.stdout.write(text),
      ...config.etapes,
      nowMs: Date.now,
    }),
    onMessage: (message) => process.stdout.write(`${timeOfDay()} ${message}\n`),
  });
  stopWhenAsked(platform);
  const secrets = await platform.start();
  if (secrets !== null) process.stdout.write(summary(config, secrets, Date.now() - startedAt));
}

function stopWhenAsked(platform: Platform): void {
  let isStopping = false;
  const stop = (exitCode: number): void => {
    if (isStopping) return;
    isStopping = true;
    process.stdout.write('\nArrêt…');
    const since = Date.now();
    void platform.stop().then(() => {
      process.stdout.write(` terminé en ${formatSeconds(Date.now() - since)}.\n`);
      process.exit(exitCode);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) {
    process.on(signal, () => stop(0));
  }
  // A broken pipe (`npm start | head`) must not leave processes behind.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop(0));
  // The preparation holds this channel: it closes when that program dies, kill -9 included.
  process.on('disconnect', () => stop(0));
  // A bug of ours: say it, and still leave no process behind.
  process.on('uncaughtException', (error) => {
    process.stderr.write(`\n${error.stack ?? error.message}\n`);
    stop(1);
  });
}

function timeOfDay(): string {
  return new Date().toLocaleTimeString('fr-FR');
}
