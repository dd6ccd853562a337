import { Worker } from 'node:worker_threads';
import type { SousGraphe } from '@passerelle/composition';

/** The graph composed without some partners. */
export interface DegradedGraph {
  readonly supergraphSdl: string;
  /** Fields of the normal graph that it lacks: coordinate -> missing partner. */
  readonly unavailable: ReadonlyMap<string, string>;
}

export interface Composer {
  /** Null when what is left does not make a graph (everyone away). */
  composeWithout(
    parts: Pick<CompositionOrder, 'sousGraphes' | 'supergraphe' | 'absents'>,
  ): Promise<DegradedGraph | null>;
  close(): Promise<void>;
}

/** What is asked of the thread. */
export interface CompositionOrder {
  readonly id: number;
  readonly sousGraphes: readonly SousGraphe[];
  /** Composed with everyone. */
  readonly supergraphe: string;
  readonly absents: readonly string[];
}

export type CompositionAnswer =
  | { readonly id: number; readonly degraded: DegradedGraph | null }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  resolve(degraded: DegradedGraph | null): void;
  reject(error: Error): void;
}

const REPOS_MS = 30_000;

/**
 * Composition takes tens of milliseconds, all in one piece: a thread of its own does it. The
 * thread begins at the first order and ends after a while without any.
 */
export function createComposer(): Composer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let rest: NodeJS.Timeout | undefined;
  let orders = 0;

  function leave(ended: Worker, cause?: unknown): void {
    if (worker !== ended) return;
    worker = null;
    for (const each of waiting.values()) {
      each.reject(new Error('the composition thread ended', { cause }));
    }
    waiting.clear();
  }

  function begin(): Worker {
    const begun = new Worker(new URL(ENTREE, import.meta.url));
    begun.on('message', (answer: CompositionAnswer) => {
      const asker = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) restSoon(begun);
      if ('failure' in answer) asker?.reject(new Error(answer.failure));
      else asker?.resolve(answer.degraded);
    });
    begun.on('error', (error) => leave(begun, error));
    begun.on('exit', () => leave(begun));
    // It must not keep a process that has nothing else to do.
    begun.unref();
    return begun;
  }

  function restSoon(idle: Worker): void {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (waiting.size > 0 || worker !== idle) return;
      worker = null;
      void idle.terminate();
    }, REPOS_MS).unref();
  }

  return {
    composeWithout(parts) {
      worker ??= begin();
      orders += 1;
      const id = orders;
      const order: CompositionOrder = { id, ...parts };
      const answer = new Promise<DegradedGraph | null>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
      });
      worker.postMessage(order);
      return answer;
    },
    async close() {
      clearTimeout(rest);
      await worker?.terminate();
    },
  };
}

/** Beside this file: compiled when this one is, read as it stands when a test imports the source. */
const ENTREE = import.meta.url.endsWith('.ts') ? './compose-worker.ts' : './compose-worker.js';
