import type { Limites } from '../limits.js';
import { createOperationStore, type OperationStore } from '../operation/operation-store.js';
import type { Graph } from './graph.js';

/** A graph with what was worked out for it. Requests keep the one they began with. */
export interface ServedGraph {
  readonly graph: Graph;
  readonly operations: OperationStore;
}

/** The graph served now. Replacing it drops no request: those in flight end on the old one. */
export interface GraphHolder {
  current(): ServedGraph | null;
  replace(graph: Graph): Promise<void>;
}

const OPERATIONS_REPRISES = 200;

export function createGraphHolder(limites: Limites): GraphHolder {
  let served: ServedGraph | null = null;
  return {
    current: () => served,
    async replace(graph) {
      const next = { graph, operations: createOperationStore(graph, limites) };
      if (served !== null) await warm(next, served.operations);
      served = next;
      warmVariants(graph);
    },
  };
}

/** Plans what is in use before the switch, so that the first requests after it are not slow. */
async function warm(next: ServedGraph, previous: OperationStore): Promise<void> {
  for (const { query, operationName } of previous.recent(OPERATIONS_REPRISES)) {
    try {
      const operation = next.operations.prepare(query, operationName);
      await next.operations.executable(operation, [], []);
    } catch {
      // What the new graph refuses is told to the client that asks it.
    }
  }
}

/** Composes the graph without each partner while nobody waits, so that an outage does not stall. */
function warmVariants(graph: Graph): void {
  for (const partenaire of graph.partenaires) {
    if (graph.standby(partenaire).size > 0) setImmediate(() => graph.variant([partenaire]));
  }
}
