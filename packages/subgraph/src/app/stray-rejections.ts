import type { SubgraphLog } from './create-subgraph.js';

/**
 * A promise that failed with nobody waiting for it is a bug, told as one; but the answers of
 * everyone else don't depend on it, and Node would end the process with all of them.
 */
export function surviveStrayRejections(
  events: Pick<NodeJS.EventEmitter, 'on'>,
  log: Pick<SubgraphLog, 'error'>,
): void {
  events.on('unhandledRejection', (reason: unknown) => {
    log.error({ err: reason }, 'a failure that nobody was waiting for');
  });
}
