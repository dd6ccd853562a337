import type { CompiledOperation } from './compile-operation.js';
import type { ExecutionResult } from './execution-result.js';
import type { SubgraphFetch } from './subgraph-fetch.js';

export interface ExecuteRequest<C> {
  /** As the client sent them; coerced here. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly fetch: SubgraphFetch<C>;
  readonly context: C;
  readonly signal: AbortSignal;
}

/**
 * Runs a query or a mutation. Never rejects for what a partner does: failures are in `errors`.
 * When `signal` aborts, no further call leaves and the rest is answered null with an error.
 */
export async function executeOperation<C>(
  compiled: CompiledOperation,
  o: ExecuteRequest<C>,
): Promise<ExecutionResult> {
  throw new Error(`not built yet: ${compiled.kind} ${o.signal.aborted}`);
}
