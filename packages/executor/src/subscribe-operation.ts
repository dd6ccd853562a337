import type { CompiledOperation } from './compile-operation.js';
import type { ExecuteRequest } from './execute-operation.js';
import type { ExecutionResult } from './execution-result.js';
import type { SubgraphSubscribe } from './subgraph-fetch.js';

export interface SubscribeRequest<C> extends ExecuteRequest<C> {
  readonly subscribe: SubgraphSubscribe<C>;
}

/**
 * Opens a subscription. A plain result means that the stream could not be opened. A lost stream
 * gives a last result with the error, then ends.
 */
export async function subscribeOperation<C>(
  compiled: CompiledOperation,
  o: SubscribeRequest<C>,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  throw new Error(`not built yet: ${compiled.kind} ${o.signal.aborted}`);
}
