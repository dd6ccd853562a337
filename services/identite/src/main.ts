import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createApp } from './app.js';
import { ConfigurationRefusee, readConfig } from './config.js';

const STOP_DEADLINE_MS = 4000;

// Said to be synchronous: otherwise the first of several last words may come after the others.
const logger = pino({ name: 'identite' }, pino.destination({ dest: 1, sync: true }));
const defaultFolder = fileURLToPath(new URL('../../../.passerelle', import.meta.url));

try {
  const config = readConfig(process.env, defaultFolder);
  const handle = createApp({ config, logger, nowMs: Date.now });
  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      logger.error({ err: error }, 'request failed');
      response.destroy();
    });
  });
  server.once('error', (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'EADDRINUSE'
        ? `Le port ${config.port} (PORT_IDENTITE) est déjà pris par un autre programme.`
        : `Le fournisseur d’identité ne peut pas écouter sur ${config.hote}:${config.port}.`;
    logger.fatal({ code: error.code }, reason);
    process.exit(1);
  });
  server.listen(config.port, config.hote, () => {
    logger.info({ port: config.port, emetteur: config.emetteur }, 'listening');
  });

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), STOP_DEADLINE_MS).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  if (!(error instanceof ConfigurationRefusee)) throw error;
  for (const probleme of error.problemes) logger.fatal(probleme);
  process.exitCode = 1;
}
