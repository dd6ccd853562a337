export { createPlanner } from './create-planner.js';
export { fieldSignature } from './field-signature.js';
export type {
  Alignment,
  BatchFetchNode,
  ConditionNode,
  EntityBatch,
  FetchNode,
  FlattenNode,
  OperationKind,
  ParallelNode,
  PathSegment,
  Plan,
  PlanNode,
  RequiresSelection,
  Rewrite,
  RewriteSegment,
  SequenceNode,
  SubscriptionNode,
} from './plan.js';
export type { Planner, PlanningErrorCode, PlanRequest } from './planner.js';
export { PlanningError } from './planner.js';
