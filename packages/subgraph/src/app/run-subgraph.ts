import { pino } from 'pino';
import { ConfigurationInvalide, type SubgraphConfig } from '../config/subgraph-config.js';
import type { Subgraph, SubgraphLog } from './create-subgraph.js';
import { surviveStrayRejections } from './stray-rejections.js';

/** The whole process must be gone 5 s after it is asked to. */
const STOP_TIMEOUT_MS = 4500;

/**
 * A service's process: reads its configuration, starts, stops on SIGTERM or SIGINT.
 * Everything it says is one JSON line on standard output.
 */
export async function runSubgraph(options: {
  partenaire: string;
  readConfig: () => SubgraphConfig;
  createApp: (config: SubgraphConfig, log: SubgraphLog) => Promise<Subgraph>;
}): Promise<void> {
  const config = readOrExit(options.readConfig);
  const log = pino(
    { level: config.niveauJournal, base: { service: options.partenaire } },
    // Written at once: otherwise the last lines of a process that exits come out of order.
    pino.destination({ dest: 1, sync: true }),
  );
  surviveStrayRejections(process, log);
  const app = await options.createApp(config, log);

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
    await app.start();
  } catch (error) {
    log.fatal({ err: error }, startFailure(error, config));
    process.exit(1);
  }
}

function readOrExit(readConfig: () => SubgraphConfig): SubgraphConfig {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigurationInvalide)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function startFailure(error: unknown, { port }: SubgraphConfig): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EADDRINUSE'
    ? `Le port ${port} est déjà pris par un autre programme.`
    : 'Le service n’a pas pu démarrer.';
}
