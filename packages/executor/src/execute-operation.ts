import { type Answer, reportRest } from './answer.js';
import { coerceVariables } from './coerce-variables.js';
import { Compiled, type CompiledOperation } from './compile-operation.js';
import type { ExecutionResult } from './execution-result.js';
import { Failures } from './failures.js';
import { bareObject } from './json.js';
import { type Run, variableTexts } from './run.js';
import { SubgraphFailure, type SubgraphFetch } from './subgraph-fetch.js';

export interface ExecuteRequest<C> {
  /** As the client sent them; coerced here. */
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly fetch: SubgraphFetch<C>;
  readonly context: C;
  readonly signal: AbortSignal;
}

/**
 * Runs a query or a mutation. Never rejects for what a partner does: failures are in `errors`.
 * When `signal` aborts, no further call leaves and the rest is answered null with an error, whose
 * code is that of the signal's reason when it is a SubgraphFailure.
 */
export async function executeOperation<C>(
  compiled: CompiledOperation,
  o: ExecuteRequest<C>,
): Promise<ExecutionResult> {
  const operation = inside(compiled);
  if (operation.kind === 'subscription') {
    throw new TypeError('a subscription is run by subscribeOperation');
  }
  const coerced = coerceVariables(operation.schema, operation.operation, o.variables);
  if ('errors' in coerced) return { errors: coerced.errors };
  const run = startRun(coerced.values, o);
  (await operation.step?.start(run))?.();
  return writeAnswer(operation, run);
}

export function inside(compiled: CompiledOperation): Compiled {
  if (compiled instanceof Compiled) return compiled;
  throw new TypeError('not an operation of compileOperation');
}

export function startRun<C>(
  variables: Readonly<Record<string, unknown>>,
  { fetch, context, signal }: ExecuteRequest<C>,
): Run {
  return {
    data: bareObject(),
    failures: new Failures(),
    variables,
    variableText: variableTexts(variables),
    call: async (request) => {
      if (signal.aborted) throw interrupted(signal, request.partenaire);
      return fetch({ ...request, signal }, context);
    },
  };
}

/** The client's answer from what the run has fetched. */
export function writeAnswer(operation: Compiled, run: Run): ExecutionResult {
  const { project, introspect } = operation.writingFor(run.variables);
  const answer: Answer = {
    failures: run.failures,
    introspection: introspect?.(run.variables) ?? null,
    errors: [],
    path: [],
    depth: 0,
  };
  const data = project(run.data, answer);
  if (!run.failures.isEmpty) reportRest(answer, data, operation.responseKeyOf);
  return answer.errors.length === 0 ? { data } : { errors: answer.errors, data };
}

export function interrupted(signal: AbortSignal, partenaire: string): SubgraphFailure {
  const reason: unknown = signal.reason;
  return reason instanceof SubgraphFailure
    ? new SubgraphFailure(partenaire, reason.code, reason.message, { cause: reason })
    : new SubgraphFailure(
        partenaire,
        'INTERROMPUE',
        "L'opération a été interrompue avant l'appel au partenaire.",
        { cause: reason },
      );
}
