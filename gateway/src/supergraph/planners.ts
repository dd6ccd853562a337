import { Worker } from 'node:worker_threads';
import {
  type Plan,
  type Planner,
  PlanningError,
  type PlanningErrorCode,
} from '@passerelle/planner';

/** Planners that work apart from the thread that answers requests. */
export interface Planners {
  /**
   * Ready to plan when it resolves.
   *
   * @throws PlanningError SUPERGRAPHE_INVALIDE
   */
  open(supergraphSdl: string): Promise<Planner>;
  close(): Promise<void>;
}

/** What is asked of the thread: texts go, and the plan of an operation comes back once. */
export type PlanningTask =
  | { readonly quoi: 'ouvrir'; readonly cle: number; readonly supergraphSdl: string }
  | {
      readonly quoi: 'planifier';
      readonly cle: number;
      readonly document: string;
      readonly operationName: string | undefined;
    };

export type PlanningOrder =
  | { readonly id: number; readonly task: PlanningTask }
  /** Nobody waits for that one any more. */
  | { readonly id: number; readonly task: null };

export type PlanningOutcome =
  | { readonly quoi: 'ouvert' }
  | { readonly quoi: 'plan'; readonly plan: Plan }
  /** That planner was let go, or the thread began after it was opened. */
  | { readonly quoi: 'inconnu' }
  | { readonly quoi: 'refus'; readonly code: PlanningErrorCode; readonly message: string }
  | { readonly quoi: 'panne'; readonly message: string };

export interface PlanningAnswer {
  readonly id: number;
  readonly outcome: PlanningOutcome;
}

interface Waiting {
  readonly task: PlanningTask;
  resolve(outcome: PlanningOutcome): void;
  reject(error: Error): void;
  /** A thread that ends under the same order twice may well end because of it. */
  hasFailedOnce: boolean;
}

/**
 * Opening a planner takes tens of milliseconds in one piece, and its graph weighs on the collector:
 * a thread of its own keeps the planners. It begins at the first one, and again when it ends: what
 * was asked of it is asked anew.
 */
export function createPlanners(newWorker = planningWorker): Planners {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let isClosed = false;
  let orders = 0;
  let planners = 0;

  function begin(): Worker {
    const begun = newWorker();
    begun.on('message', ({ id, outcome }: PlanningAnswer) => {
      const asker = waiting.get(id);
      forget(id);
      asker?.resolve(outcome);
    });
    begun.on('error', (error) => leave(begun, error));
    begun.on('exit', () => leave(begun));
    return begun;
  }

  /** The thread keeps the process alive while somebody waits for it, and only then. */
  function forget(id: number): void {
    waiting.delete(id);
    if (waiting.size === 0) worker?.unref();
  }

  function leave(ended: Worker, cause?: unknown): void {
    if (worker !== ended) return;
    worker = null;
    for (const [id, each] of waiting) {
      if (isClosed || each.hasFailedOnce) {
        forget(id);
        each.reject(new Error('the planning thread ended', { cause }));
      } else {
        each.hasFailedOnce = true;
        send({ id, task: each.task });
      }
    }
  }

  function send(order: PlanningOrder): void {
    worker ??= begin();
    worker.ref();
    worker.postMessage(order);
  }

  function ask(task: PlanningTask, signal?: AbortSignal): Promise<PlanningOutcome> {
    orders += 1;
    const id = orders;
    return new Promise((resolve, reject) => {
      if (isClosed) throw new Error('the planning thread is closed');
      signal?.throwIfAborted();
      const onAbort = (): void => {
        forget(id);
        worker?.postMessage({ id, task: null } satisfies PlanningOrder);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const settled = (): void => signal?.removeEventListener('abort', onAbort);
      waiting.set(id, {
        task,
        resolve: (outcome) => {
          settled();
          resolve(outcome);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
        hasFailedOnce: false,
      });
      send({ id, task });
    });
  }

  return {
    async open(supergraphSdl) {
      planners += 1;
      const cle = planners;
      const open = async (signal?: AbortSignal): Promise<void> => {
        const outcome = await ask({ quoi: 'ouvrir', cle, supergraphSdl }, signal);
        if (outcome.quoi !== 'ouvert') throw failureOf(outcome);
      };
      await open();
      return {
        async plan({ document, operationName, signal }) {
          const task: PlanningTask = { quoi: 'planifier', cle, document, operationName };
          let outcome = await ask(task, signal);
          if (outcome.quoi === 'inconnu') {
            await open(signal);
            outcome = await ask(task, signal);
          }
          if (outcome.quoi !== 'plan') throw failureOf(outcome);
          return outcome.plan;
        },
      };
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

function failureOf(outcome: PlanningOutcome): Error {
  switch (outcome.quoi) {
    case 'refus':
      return new PlanningError(outcome.code, outcome.message);
    case 'panne':
      return new Error(outcome.message);
    default:
      return new Error(`unexpected answer of the planning thread: ${outcome.quoi}`);
  }
}

const planningWorker = (): Worker => new Worker(new URL(ENTREE, import.meta.url));

/** Beside this file: compiled when this one is, read as it stands when a test imports the source. */
const ENTREE = import.meta.url.endsWith('.ts') ? './planning-worker.ts' : './planning-worker.js';
