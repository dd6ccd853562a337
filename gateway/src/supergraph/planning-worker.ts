import { parentPort } from 'node:worker_threads';
import { createPlanner, type Planner, PlanningError } from '@passerelle/planner';
import type { PlanningAnswer, PlanningOrder, PlanningOutcome, PlanningTask } from './planners.js';

/** The graph served and those without a partner; opening again one that is still asked is cheap. */
const PLANIFICATEURS_MAX = 4;

/** The least recently used first. */
const planners = new Map<number, Planner>();
const underWay = new Map<number, AbortController>();

parentPort?.on('message', ({ id, task }: PlanningOrder) => {
  if (task === null) underWay.get(id)?.abort();
  else void answer(id, task);
});

async function answer(id: number, task: PlanningTask): Promise<void> {
  const controller = new AbortController();
  underWay.set(id, controller);
  const outcome = await outcomeOf(task, controller.signal);
  underWay.delete(id);
  parentPort?.postMessage({ id, outcome } satisfies PlanningAnswer);
}

async function outcomeOf(task: PlanningTask, signal: AbortSignal): Promise<PlanningOutcome> {
  try {
    if (task.quoi === 'ouvrir') {
      keep(task.cle, createPlanner(task.supergraphSdl));
      return { quoi: 'ouvert' };
    }
    const planner = planners.get(task.cle);
    if (planner === undefined) return { quoi: 'inconnu' };
    keep(task.cle, planner);
    const { document, operationName } = task;
    return { quoi: 'plan', plan: await planner.plan({ document, operationName, signal }) };
  } catch (error) {
    if (error instanceof PlanningError) {
      return { quoi: 'refus', code: error.code, message: error.message };
    }
    return { quoi: 'panne', message: error instanceof Error ? error.message : String(error) };
  }
}

function keep(cle: number, planner: Planner): void {
  planners.delete(cle);
  planners.set(cle, planner);
  const [oldest] = planners.keys();
  if (planners.size > PLANIFICATEURS_MAX && oldest !== undefined) planners.delete(oldest);
}
