import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from './app.js';
import { type Config, ConfigurationRefusee, readConfig } from './config.js';

/** The whole process must be gone 5 s after it is asked to. */
const STOP_TIMEOUT_MS = 4500;

const config = readOrExit();
const log = pino(
  { level: config.niveauJournal, base: { service: 'registre' } },
  // Written at once: otherwise the last lines of a process that exits come out of order.
  pino.destination({ dest: 1, sync: true }),
);
process.on('unhandledRejection', (err) => {
  // A bug, told as one; but what everyone else asked does not depend on it.
  log.error({ err }, 'a failure that nobody was waiting for');
});

const app = await createApp(config, log);
let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  setTimeout(() => {
    log.error({}, 'stopped before everything was closed');
    process.exit(1);
  }, STOP_TIMEOUT_MS).unref();
  await app.stop();
  log.info({}, 'stopped');
  process.exit(0);
}
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));

try {
  const port = await app.start();
  log.info({ port }, 'listening');
} catch (err) {
  const isTaken = err instanceof Error && 'code' in err && err.code === 'EADDRINUSE';
  const raison = isTaken
    ? `Le port ${config.port} (PORT_REGISTRE) est déjà pris par un autre programme.`
    : 'Le registre n’a pas pu démarrer.';
  log.fatal({ err }, raison);
  process.exit(1);
}

function readOrExit(): Config {
  try {
    return readConfig(process.env, fileURLToPath(new URL('../../../.passerelle', import.meta.url)));
  } catch (error) {
    if (!(error instanceof ConfigurationRefusee)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
