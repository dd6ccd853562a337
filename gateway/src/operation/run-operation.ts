import {
  type ExecutionError,
  type ExecutionResult,
  executeOperation,
  type SubgraphFetch,
  type SubgraphSubscribe,
} from '@passerelle/executor';
import { refusedFields } from '../authorisation/refused-fields.js';
import { ERREURS } from '../errors.js';
import type { PartnerMonitor } from '../partners/partner-monitor.js';
import type { RequestContext } from '../request-context.js';
import type { Graph } from '../supergraph/graph.js';
import { failure } from '../transport/read-answer.js';
import { type Executable, type OperationStore, REFUS } from './operation-store.js';
import type { PreparedOperation } from './prepared-operation.js';
import { variableError } from './variable-message.js';

/** Through what an operation runs, whatever the graph. */
export interface RunPorts {
  monitor: PartnerMonitor;
  fetch: SubgraphFetch<RequestContext>;
  subscribe: SubgraphSubscribe<RequestContext>;
}

export interface RunDeps extends RunPorts {
  graph: Graph;
  operations: OperationStore;
}

export interface RunRequest {
  operation: PreparedOperation;
  variables: Readonly<Record<string, unknown>>;
  context: RequestContext;
  signal: AbortSignal;
}

/**
 * Runs a query or a mutation.
 *
 * A query whose partner fails on the way is planned again without it when another holds a
 * standby original, and asked anew within the same deadline. A mutation runs once, whatever
 * happens.
 *
 * @throws GatewayError when the whole operation is refused
 */
export async function runOperation(deps: RunDeps, r: RunRequest): Promise<ExecutionResult> {
  const refuses = refusedFields(r.operation, r.context.identite);
  let absents = knownAbsents(deps.graph, deps.monitor, r.operation);
  for (;;) {
    const executable = await deps.operations.executable(r.operation, absents, refuses);
    noteMissing(executable, r.context);
    const result = await executeOperation(executable.compiled, {
      variables: r.variables,
      fetch: deps.fetch,
      context: r.context,
      signal: r.signal,
    });
    const lost = r.operation.kind === 'query' ? replaceable(deps, r, absents) : [];
    if (lost.length === 0 || r.signal.aborted) return inOurWords(result);
    absents = deps.graph.partenaires.filter((p) => absents.includes(p) || lost.includes(p));
  }
}

/**
 * Partners to plan without. The normal plan is kept when no standby original is concerned:
 * their fields will be answered null one by one, and more plans would only fill the cache.
 */
export function knownAbsents(
  graph: Graph,
  monitor: PartnerMonitor,
  operation: PreparedOperation,
): readonly string[] {
  const absents = monitor.absents();
  return absents.some((p) => hasStandby(graph, operation, p)) ? absents : NONE;
}

const NONE: readonly string[] = [];

/** Partners lost during this run that the operation can do without. */
function replaceable(deps: RunDeps, r: RunRequest, absents: readonly string[]): readonly string[] {
  return deps.graph.partenaires.filter(
    (p) =>
      !absents.includes(p) &&
      r.context.rapport.hasFailed(p) &&
      hasStandby(deps.graph, r.operation, p),
  );
}

function hasStandby(graph: Graph, operation: PreparedOperation, partenaire: string): boolean {
  const standby = graph.standby(partenaire);
  if (standby.size === 0) return false;
  for (const coordonnee of operation.coordonnees) {
    if (standby.has(coordonnee)) return true;
  }
  return false;
}

export function noteMissing({ manquants }: Executable, context: RequestContext): void {
  for (const partenaire of manquants) context.rapport.missing(partenaire);
}

/** Says what is missing in the words of the gateway: a right, or a partner by its name. */
export function inOurWords(result: ExecutionResult): ExecutionResult {
  return result.errors === undefined ? result : { ...result, errors: result.errors.map(reword) };
}

function reword(error: ExecutionError): ExecutionError {
  const { code, partenaire } = error.extensions;
  if (partenaire === REFUS) {
    return {
      ...error,
      message: ERREURS.ACCES_REFUSE.message,
      extensions: { code: 'ACCES_REFUSE' },
    };
  }
  if (code === 'VARIABLES_INVALIDES') return variableError(error);
  if (code !== 'PARTENAIRE_INDISPONIBLE' || partenaire === undefined) return error;
  return { ...error, message: failure(partenaire, code).message };
}
