import { reportRest } from './answer.js';
import { coerceVariables } from './coerce-variables.js';
import type { CompiledOperation } from './compile-operation.js';
import type { SubscriptionSteps } from './compile-plan.js';
import type { ExecuteRequest } from './execute-operation.js';
import { inside, interrupted, startRun, writeAnswer } from './execute-operation.js';
import type { ExecutionResult } from './execution-result.js';
import { type Failure, Failures } from './failures.js';
import { failureFrom } from './subgraph-failure.js';
import type { SubgraphResponse, SubgraphSubscribe } from './subgraph-fetch.js';

export interface SubscribeRequest<C> extends ExecuteRequest<C> {
  readonly subscribe: SubgraphSubscribe<C>;
}

/**
 * Opens a subscription. A plain result means that the stream could not be opened. A lost stream
 * gives a last result with the error, then ends. Leaving the iteration closes the partner's stream.
 */
export async function subscribeOperation<C>(
  compiled: CompiledOperation,
  o: SubscribeRequest<C>,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const operation = inside(compiled);
  const coerced = coerceVariables(operation.schema, operation.operation, o.variables);
  if ('errors' in coerced) return { errors: coerced.errors };
  const variables = coerced.values;
  const steps = operation.subscription(variables);
  // Its partner is missing from the graph: the answer says which.
  if (steps === null) return writeAnswer(operation, startRun(variables, o));
  let stream: AsyncIterable<SubgraphResponse>;
  try {
    if (o.signal.aborted) throw interrupted(o.signal, steps.partenaire);
    const request = steps.source.request(startRun(variables, o));
    stream = await o.subscribe({ ...request, signal: o.signal }, o.context);
  } catch (error) {
    return refused(failureFrom(error, steps.partenaire));
  }

  const answerTo = async (event: SubgraphResponse): Promise<ExecutionResult> => {
    const run = startRun(variables, o);
    steps.source.read(run, event, [run.data]);
    (await steps.perEvent?.start(run))?.();
    return writeAnswer(operation, run);
  };
  return answers(stream, steps, answerTo);
}

async function* answers(
  stream: AsyncIterable<SubgraphResponse>,
  steps: SubscriptionSteps,
  answerTo: (event: SubgraphResponse) => Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult, void, void> {
  const events = stream[Symbol.asyncIterator]();
  let isOpen = true;
  try {
    while (true) {
      let event: IteratorResult<SubgraphResponse>;
      try {
        event = await events.next();
      } catch (error) {
        isOpen = false;
        yield { ...refused(failureFrom(error, steps.partenaire)), data: null };
        return;
      }
      if (event.done) {
        isOpen = false;
        return;
      }
      yield await answerTo(event.value);
    }
  } finally {
    if (isOpen) await events.return?.();
  }
}

function refused(failure: Failure): ExecutionResult {
  const failures = new Failures();
  failures.add(failure);
  const answer = { failures, introspection: null, errors: [], path: [], depth: 0 };
  reportRest(answer, null, (key) => key);
  return { errors: answer.errors };
}
