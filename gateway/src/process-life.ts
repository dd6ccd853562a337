import type { Server } from 'node:http';
import type { Gateway } from './create-gateway.js';
import { closeServer } from './http/server.js';
import type { Journal } from './observability/journal.js';

const ARRET_MAX_MS = 4_000;

/** Stops cleanly on TERM and INT: streams end, requests in flight are answered, then exit. */
export function stopOnSignals(parts: {
  gateway: Gateway;
  servers: readonly Server[];
  journal: Journal;
  before?: () => void;
  after?: () => Promise<void>;
}): void {
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    parts.journal.info({ signal }, 'stopping');
    parts.before?.();
    parts.gateway.beginStop();
    await Promise.all(parts.servers.map((server) => closeServer(server, ARRET_MAX_MS)));
    await parts.gateway.close();
    await parts.after?.();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void stop(signal));
  }
}

/**
 * A promise that failed with nobody waiting for it is a bug, told as one; but the requests of
 * everyone else don't depend on it, and Node would end the process with all of them.
 */
export function surviveStrayRejections(
  events: Pick<NodeJS.EventEmitter, 'on'>,
  journal: Pick<Journal, 'error'>,
): void {
  events.on('unhandledRejection', (err: unknown) => {
    journal.error({ err }, 'a failure that nobody was waiting for');
  });
}

/** What prevents a start, in one sentence each, on standard error. */
export function explainStartFailure(error: unknown, port: number, variable: string): string {
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EADDRINUSE') {
      return `Le port ${port} est déjà pris : libérez-le ou changez ${variable}.`;
    }
    if (error.code === 'EACCES') {
      return `Le port ${port} demande un droit que ce compte n’a pas : changez ${variable}.`;
    }
  }
  return error instanceof Error ? error.message : String(error);
}
