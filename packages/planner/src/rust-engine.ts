import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { fromRustPlan } from './from-rust-plan.js';
import type { PlanNode } from './plan.js';
import { PlanningError } from './planner.js';

/** An engine plans the text of one operation, already in normal form. */
export interface PlanningEngine {
  plan(operation: string, signal: AbortSignal | undefined): Promise<PlanNode | null>;
}

const NO_LABELS = new Set<string>();

/** @throws PlanningError SUPERGRAPHE_INVALIDE */
export function createRustEngine(supergraphSdl: string): PlanningEngine {
  const planner = openPlanner(supergraphSdl);
  return {
    plan: async (operation, signal) => {
      signal?.throwIfAborted();
      try {
        // Labels and percentage serve progressive `@override`, which the common graph doesn't use.
        const plan = await planner.planAsync(operation, null, NO_LABELS, 0, signal);
        return plan.node ? fromRustPlan(plan.node) : null;
      } catch (cause) {
        signal?.throwIfAborted();
        if (cause instanceof PlanningError) throw cause;
        throw new PlanningError(
          'PLANIFICATION_IMPOSSIBLE',
          'Cette opération ne peut pas être répartie entre les partenaires. Demandez moins de champs à la fois.',
          { cause },
        );
      }
    },
  };
}

function openPlanner(supergraphSdl: string): QueryPlanner {
  try {
    return new QueryPlanner(supergraphSdl);
  } catch (cause) {
    throw new PlanningError('SUPERGRAPHE_INVALIDE', 'Le supergraphe ne se lit pas.', { cause });
  }
}
