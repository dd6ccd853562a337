export {
  type CompiledOperation,
  type CompileRequest,
  compileOperation,
} from './compile-operation.js';
export { EXECUTION_ERROR_CODES, type ExecutionErrorCode } from './errors.js';
export { type ExecuteRequest, executeOperation } from './execute-operation.js';
export type { ExecutionError, ExecutionResult, ResponsePath } from './execution-result.js';
export { type PrunedOperation, type PruneRequest, pruneOperation } from './prune-operation.js';
export {
  type SubgraphError,
  SubgraphFailure,
  type SubgraphFetch,
  type SubgraphRequest,
  type SubgraphResponse,
  type SubgraphSubscribe,
} from './subgraph-fetch.js';
export {
  type OpenSubscription,
  type SubscribeRequest,
  subscribeOperation,
} from './subscribe-operation.js';
