import { setTimeout as delay } from 'node:timers/promises';
import type { Limites } from '../limits.js';
import type { LiveStreams } from '../operation/live-streams.js';
import {
  createOperationStore,
  type OperationStore,
  type OperationText,
} from '../operation/operation-store.js';
import { createBreather } from './breathe.js';
import type { Graph } from './graph.js';

/** A graph with what was worked out for it. Requests keep the one they began with. */
export interface ServedGraph {
  readonly graph: Graph;
  readonly operations: OperationStore;
}

/** The graph served now. Replacing it drops no request: those in flight end on the old one. */
export interface GraphHolder {
  current(): ServedGraph | null;
  /** Resolves once the graph is served and the open streams have been looked at again. */
  replace(graph: Graph): Promise<void>;
  close(): void;
}

interface HolderDeps {
  limites: Limites;
  streams: LiveStreams;
  /** Partners that are away now: what is prepared must do without them too. */
  absents: () => readonly string[];
}

const OPERATIONS_REPRISES = 200;
const PREPARATION_MAX_MS = 1_000;
/** A graph that another replaces soon is not worth composing without each partner. */
const CALME_MS = 5_000;

export function createGraphHolder({ limites, streams, absents }: HolderDeps): GraphHolder {
  let served: ServedGraph | null = null;
  let idle = new AbortController();

  async function replace(graph: Graph): Promise<void> {
    if (served?.graph === graph) return;
    const next = { graph, operations: createOperationStore(graph, limites) };
    if (served !== null) {
      const inUse = [...streams.operations(), ...served.operations.recent(OPERATIONS_REPRISES)];
      await warm(next, inUse, absents());
    }
    idle.abort();
    idle = new AbortController();
    served = next;
    await streams.move(next);
    void composeWhenIdle(graph, idle.signal);
  }

  return {
    current: () => served,
    replace,
    close: () => idle.abort(),
  };
}

/**
 * Plans what is in use before the switch, so that the first requests after it are not slow; not
 * longer than a publication may wait. Requests go on meanwhile.
 */
async function warm(
  { graph, operations }: ServedGraph,
  inUse: readonly OperationText[],
  absents: readonly string[],
): Promise<void> {
  const limite = performance.now() + PREPARATION_MAX_MS;
  const breathe = createBreather();
  const replaced = absents.filter((partenaire) => graph.standby(partenaire).size > 0);
  for (const { query, operationName } of inUse) {
    if (performance.now() > limite) return;
    try {
      const operation = operations.prepare(query, operationName);
      await breathe();
      await operations.executable(operation, [], []);
      if (replaced.length > 0) await operations.executable(operation, absents, []);
    } catch {
      // What the new graph refuses is told to the client that asks it.
    }
    await breathe();
  }
}

/** Composes the graph without each partner while nobody waits, so that an outage does not stall. */
async function composeWhenIdle(graph: Graph, signal: AbortSignal): Promise<void> {
  try {
    await delay(CALME_MS, undefined, { signal, ref: false });
    for (const partenaire of graph.partenaires) {
      if (signal.aborted) return;
      if (graph.standby(partenaire).size > 0) await graph.variant([partenaire]);
    }
  } catch {
    // Replaced meanwhile, or the thread ended: an outage will ask again.
  }
}
