import type { Plan } from './plan.js';

export interface PlanRequest {
  /** Text of a document already validated against the graph's API schema. */
  readonly document: string;
  readonly operationName?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Turns operations into plans over one supergraph. Any engine stands behind it. */
export interface Planner {
  /** @throws PlanningError when the operation can't be planned; the signal's reason when aborted */
  plan(request: PlanRequest): Promise<Plan>;
}

export type PlanningErrorCode = 'PLANIFICATION_IMPOSSIBLE' | 'SUPERGRAPHE_INVALIDE';

export class PlanningError extends Error {
  override readonly name = 'PlanningError';
  readonly code: PlanningErrorCode;

  constructor(code: PlanningErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
