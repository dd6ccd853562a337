import { reportRest } from './answer.js';
import { coerceVariables } from './coerce-variables.js';
import type { Compiled, CompiledOperation } from './compile-operation.js';
import type { SubscriptionSteps } from './compile-plan.js';
import type { ExecuteRequest } from './execute-operation.js';
import { inside, interrupted, startRun, writeAnswer } from './execute-operation.js';
import type { ExecutionResult } from './execution-result.js';
import { type Failure, Failures } from './failures.js';
import { failureFrom } from './subgraph-failure.js';
import type { SubgraphRequest, SubgraphResponse, SubgraphSubscribe } from './subgraph-fetch.js';

export interface SubscribeRequest<C> extends ExecuteRequest<C> {
  readonly subscribe: SubgraphSubscribe<C>;
}

/** The answers of an open subscription. Leaving the iteration closes the partner's stream. */
export interface OpenSubscription extends AsyncIterable<ExecutionResult> {
  /**
   * Answers the events to come by another compilation of the same operation, over a graph that
   * replaced the first: nothing of the first is held any more. The stream itself stays open, so no
   * event is lost or given twice.
   *
   * @returns false when the other one would ask its partner something else: nothing changes
   */
  moveTo(compiled: CompiledOperation): boolean;
}

/**
 * Opens a subscription. A plain result means that the stream could not be opened. A lost stream
 * gives a last result with the error, then ends.
 */
export async function subscribeOperation<C>(
  compiled: CompiledOperation,
  o: SubscribeRequest<C>,
): Promise<OpenSubscription | ExecutionResult> {
  const operation = inside(compiled);
  const coerced = coerceVariables(operation.schema, operation.operation, o.variables);
  if ('errors' in coerced) return { errors: coerced.errors };
  const variables = coerced.values;
  const steps = operation.subscription(variables);
  // Its partner is missing from the graph: the answer says which.
  if (steps === null) return writeAnswer(operation, startRun(variables, o));
  const { partenaire } = steps;
  const request = steps.source.request(startRun(variables, o));
  let stream: AsyncIterable<SubgraphResponse>;
  try {
    if (o.signal.aborted) throw interrupted(o.signal, partenaire);
    stream = await o.subscribe({ ...request, signal: o.signal }, o.context);
  } catch (error) {
    return refused(failureFrom(error, partenaire));
  }
  return follow(o, request, stream, { operation, variables, steps });
}

/** By what an event is answered: all that is held of a graph. */
interface Reading {
  readonly operation: Compiled;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly steps: SubscriptionSteps;
}

type SourceRequest = Omit<SubgraphRequest, 'signal'>;

function follow<C>(
  o: SubscribeRequest<C>,
  source: SourceRequest,
  stream: AsyncIterable<SubgraphResponse>,
  first: Reading,
): OpenSubscription {
  let reading = first;
  const answerTo = async (event: SubgraphResponse): Promise<ExecutionResult> => {
    const { operation, variables, steps } = reading;
    const run = startRun(variables, o);
    steps.source.read(run, event, [run.data]);
    (await steps.perEvent?.start(run))?.();
    return writeAnswer(operation, run);
  };
  return {
    [Symbol.asyncIterator]: () => answers(stream, source.partenaire, answerTo),
    moveTo(compiled) {
      const operation = inside(compiled);
      const coerced = coerceVariables(operation.schema, operation.operation, o.variables);
      if ('errors' in coerced) return false;
      const variables = coerced.values;
      const steps = operation.subscription(variables);
      if (steps === null) return false;
      const asked = steps.source.request(startRun(variables, o));
      if (!isSameRequest(asked, source)) return false;
      reading = { operation, variables, steps };
      return true;
    },
  };
}

const isSameRequest = (a: SourceRequest, b: SourceRequest): boolean =>
  a.partenaire === b.partenaire && a.query === b.query && a.variables === b.variables;

async function* answers(
  stream: AsyncIterable<SubgraphResponse>,
  partenaire: string,
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
        yield { ...refused(failureFrom(error, partenaire)), data: null };
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
