import {
  type ExecutionResult,
  type OpenSubscription,
  type SubgraphSubscribe,
  subscribeOperation,
} from '@passerelle/executor';
import { refusedFields } from '../authorisation/refused-fields.js';
import { GatewayError } from '../errors.js';
import type { RequestContext } from '../request-context.js';
import type { ServedGraph } from '../supergraph/graph-holder.js';
import type { LiveStreams } from './live-streams.js';
import type { OperationText } from './operation-store.js';
import type { PreparedOperation } from './prepared-operation.js';
import { inOurWords, knownAbsents, noteMissing, type RunPorts } from './run-operation.js';

export interface SubscriptionDeps extends RunPorts {
  current: () => ServedGraph | null;
  live: LiveStreams;
}

/** The operation on the graph where it begins. */
interface Opening {
  readonly served: ServedGraph;
  readonly operation: PreparedOperation;
}

interface Asked {
  readonly texte: OperationText;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}

interface Life {
  readonly signal: AbortSignal;
  /** Ends the stream with a reason that its client is told. */
  readonly end: (reason: GatewayError) => void;
}

/** A plain result means that the stream could not be opened. */
export type OpenStream = (life: Life) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;

/**
 * A subscription that outlives the graph on which it is opened. What it holds of that graph is
 * let go when it moves to the next: a stream open for a day must not keep a day of graphs. So no
 * closure below may refer to a graph, nor to an operation prepared on it.
 */
export function prepareSubscription(
  deps: SubscriptionDeps,
  { served, operation }: Opening,
  variables: Asked['variables'],
  context: RequestContext,
): OpenStream {
  const asked = { texte: textOf(operation), variables, context };
  let first: Opening | null = { served, operation };
  return async (life) => {
    if (first === null) throw new TypeError('a subscription opens once');
    const opening = first;
    first = null;
    return follow(deps, opening, asked, life);
  };
}

const textOf = ({ query, operationName }: PreparedOperation): OperationText => ({
  query,
  operationName,
});

async function follow(
  deps: SubscriptionDeps,
  opening: Opening,
  asked: Asked,
  { signal, end }: Life,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const { texte, context } = asked;
  const events = createEventGate(deps.subscribe);
  const told = new Set(context.depreciations.map(({ coordonnee }) => coordonnee));
  let refuses = refusedFields(opening.operation, context.identite);
  let opened: OpenSubscription | null = null;

  async function move(served: ServedGraph): Promise<void> {
    // Not open yet: it looks at the current graph by itself when it is.
    if (opened === null || signal.aborted) return;
    try {
      const operation = served.operations.prepare(texte.query, texte.operationName);
      const refusesHere = refusedFields(operation, context.identite);
      if (await goOn(deps, opened, served, operation, refusesHere)) {
        refuses = refusesHere;
        context.adresses = served.graph.addresses;
        context.depreciations = operation.depreciations.filter(
          ({ coordonnee }) => !told.has(coordonnee),
        );
        for (const { coordonnee } of context.depreciations) told.add(coordonnee);
        return;
      }
      const closed = refusesHere.find((coordonnee) => !refuses.includes(coordonnee));
      if (closed !== undefined) throw new GatewayError('ACCES_REFUSE', { precision: closed });
    } catch (error) {
      const reason = reasonToEnd(error);
      if (reason !== null) events.whenIdle(() => end(reason));
    }
  }

  const forget = deps.live.add({ texte, move });
  signal.addEventListener('abort', forget, { once: true });
  const result = await begin({ ...deps, subscribe: events.subscribe }, opening, asked, {
    refuses,
    signal,
  });
  if (!(Symbol.asyncIterator in result)) return inOurWords(result);
  opened = result;
  const now = deps.current();
  if (now !== null && now !== opening.served) await move(now);
  return inOurWordsEach(result);
}

async function begin(
  deps: RunPorts,
  { served, operation }: Opening,
  { variables, context }: Asked,
  { refuses, signal }: { refuses: readonly string[]; signal: AbortSignal },
): Promise<OpenSubscription | ExecutionResult> {
  const absents = knownAbsents(served.graph, deps.monitor, operation);
  const executable = await served.operations.executable(operation, absents, refuses);
  noteMissing(executable, context);
  return subscribeOperation(executable.compiled, {
    variables,
    fetch: deps.fetch,
    subscribe: deps.subscribe,
    context,
    signal,
  });
}

/** False: the new plan would ask the source something else, the stream keeps the one it has. */
async function goOn(
  deps: SubscriptionDeps,
  opened: OpenSubscription,
  served: ServedGraph,
  operation: PreparedOperation,
  refuses: readonly string[],
): Promise<boolean> {
  const absents = knownAbsents(served.graph, deps.monitor, operation);
  for (const without of absents.length === 0 ? [absents] : [absents, []]) {
    const { compiled } = await served.operations.executable(operation, without, refuses);
    // Another graph came meanwhile, and the stream may already be there.
    if (deps.current() !== served) return true;
    if (opened.moveTo(compiled)) return true;
  }
  return false;
}

/** Null: what failed says nothing of the operation, the stream stays as it is. */
function reasonToEnd(error: unknown): GatewayError | null {
  if (!(error instanceof GatewayError)) return null;
  switch (error.code) {
    case 'OPERATION_NON_PLANIFIABLE':
      return null;
    case 'ACCES_REFUSE':
      return error;
    default: {
      const { precision } = error.details;
      return new GatewayError('ABONNEMENT_RETIRE', {
        ...(precision === undefined ? {} : { precision }),
        champs: { cause: error.code },
        cause: error,
      });
    }
  }
}

interface EventGate {
  readonly subscribe: SubgraphSubscribe<RequestContext>;
  /** Acts at once, or when the event under way has been answered and sent. */
  whenIdle(act: () => void): void;
}

function createEventGate(subscribe: SubgraphSubscribe<RequestContext>): EventGate {
  let isAnswering = false;
  let waiting: (() => void) | null = null;
  return {
    subscribe: async (request, context) => {
      const stream = await subscribe(request, context);
      return (async function* () {
        for await (const event of stream) {
          isAnswering = true;
          yield event;
          // Asked for the next one: the answer to this one has left.
          isAnswering = false;
          waiting?.();
        }
      })();
    },
    whenIdle(act) {
      if (isAnswering) waiting = act;
      else act();
    },
  };
}

async function* inOurWordsEach(
  results: AsyncIterable<ExecutionResult>,
): AsyncIterable<ExecutionResult> {
  for await (const result of results) yield inOurWords(result);
}
