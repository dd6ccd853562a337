import type { Planner } from './planner.js';

/** @throws PlanningError SUPERGRAPHE_INVALIDE */
export function createPlanner(supergraphSdl: string): Planner {
  throw new Error(`not built yet: ${supergraphSdl.length}`);
}
