import { type CompiledOperation, compileOperation, pruneOperation } from '@passerelle/executor';
import { type Plan, type Planner, PlanningError } from '@passerelle/planner';
import { type GraphQLSchema, isAbstractType, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { schemaWithout } from '../authorisation/refused-fields.js';
import { GatewayError } from '../errors.js';
import type { Limites } from '../limits.js';
import type { Graph } from '../supergraph/graph.js';
import { type PreparedOperation, prepareOperation } from './prepared-operation.js';

/**
 * Stands for a partner in the executor's list of missing fields when what is missing is the
 * right to read them; errors that name it are turned into refusals before they leave.
 */
export const REFUS = '@acces-refuse';

/** An operation compiled for given absences and refusals. */
export interface Executable {
  readonly compiled: CompiledOperation;
  /** Missing partners that the operation would have asked. */
  readonly manquants: readonly string[];
}

/** An operation as a client sends it, whatever the graph. */
export type OperationText = Pick<PreparedOperation, 'query' | 'operationName'>;

/** Everything already worked out for the operations of one graph: nothing is interpreted twice. */
export interface OperationStore {
  /** @throws GatewayError */
  prepare(query: string, operationName: string | undefined): PreparedOperation;
  executable(
    operation: PreparedOperation,
    absents: readonly string[],
    refuses: readonly string[],
  ): Promise<Executable>;
  /** Documents in use, the most recent first: to prepare them in the graph that follows. */
  recent(max: number): readonly OperationText[];
  size(): number;
}

/** A document weighs far more once parsed, planned and compiled than as text. */
const CACHE_CARACTERES = 2_000_000;
const POIDS_MIN = 1_000;
const EXECUTABLES_PAR_OPERATION = 16;
const PLANIFICATION_MAX_MS = 2_000;
const RIEN: Plan = { node: null, sourceKeys: {}, sourceVariables: {} };

export function createOperationStore(graph: Graph, limites: Limites): OperationStore {
  const prepared = new LRUCache<string, PreparedOperation>({
    maxSize: CACHE_CARACTERES,
    sizeCalculation: (operation) => operation.query.length + POIDS_MIN,
  });
  const executables = new WeakMap<PreparedOperation, LRUCache<string, Promise<Executable>>>();

  async function build(
    operation: PreparedOperation,
    absents: readonly string[],
    refuses: readonly string[],
  ): Promise<Executable> {
    const { document, operationName } = operation;
    const variant = await graph.variant(absents);
    if (variant.cle === '' && refuses.length === 0) {
      const plan = await planned(variant.planner, operation.query, operationName);
      return {
        compiled: compileOperation({ apiSchema: graph.schema, document, operationName, plan }),
        manquants: [],
      };
    }
    const degradedSchema =
      refuses.length === 0 ? variant.schema : schemaWithout(variant.schema, new Set(refuses));
    const pruned = pruneOperation({
      apiSchema: graph.schema,
      document,
      operationName,
      degradedSchema,
    });
    const plan =
      pruned.document === null
        ? RIEN
        : await planned(variant.planner, print(pruned.document), operationName);
    const missing = new Map(variant.unavailable);
    for (const coordonnee of withImplementations(graph.schema, refuses)) {
      missing.set(coordonnee, REFUS);
    }
    return {
      compiled: compileOperation({
        apiSchema: graph.schema,
        document,
        operationName,
        plan,
        absents: missing,
      }),
      manquants: absents.filter((partenaire) =>
        touches(operation, graph.standby(partenaire), variant.unavailable, partenaire),
      ),
    };
  }

  return {
    prepare(query, operationName) {
      const cle = operationName === undefined ? query : `${operationName}\0${query}`;
      let operation = prepared.get(cle);
      if (operation === undefined) {
        operation = prepareOperation(graph, query, operationName, limites);
        prepared.set(cle, operation);
      }
      return operation;
    },
    executable(operation, absents, refuses) {
      let known = executables.get(operation);
      if (known === undefined) {
        known = new LRUCache({ max: EXECUTABLES_PAR_OPERATION });
        executables.set(operation, known);
      }
      const cle = `${absents.join(',')}|${refuses.join(',')}`;
      let executable = known.get(cle);
      if (executable === undefined) {
        executable = build(operation, absents, refuses);
        known.set(cle, executable);
        const kept = known;
        // A plan that failed for a passing reason (time) must not be remembered as impossible.
        executable.catch(() => kept.delete(cle));
      }
      return executable;
    },
    recent: (max) =>
      Array.from(prepared.values())
        .slice(0, max)
        .map(({ query, operationName }) => ({ query, operationName })),
    size: () => prepared.size,
  };
}

async function planned(
  planner: Planner,
  document: string,
  operationName: string | undefined,
): Promise<Plan> {
  try {
    return await planner.plan({
      document,
      operationName,
      signal: AbortSignal.timeout(PLANIFICATION_MAX_MS),
    });
  } catch (cause) {
    if (!(cause instanceof PlanningError) && !isTimeout(cause)) throw cause;
    throw new GatewayError('OPERATION_NON_PLANIFIABLE', { cause });
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && error.name === 'TimeoutError';

/** A field refused on an interface is told as refused on each object that stands behind it. */
function withImplementations(schema: GraphQLSchema, refuses: readonly string[]): string[] {
  return refuses.flatMap((coordonnee) => {
    const [typeName = '', fieldName = ''] = coordonnee.split('.');
    const type = schema.getType(typeName);
    if (!isAbstractType(type)) return [coordonnee];
    const objects = schema.getPossibleTypes(type).map(({ name }) => `${name}.${fieldName}`);
    return [coordonnee, ...objects];
  });
}

function touches(
  operation: PreparedOperation,
  standby: ReadonlySet<string>,
  unavailable: ReadonlyMap<string, string>,
  partenaire: string,
): boolean {
  for (const coordonnee of operation.coordonnees) {
    if (standby.has(coordonnee) || unavailable.get(coordonnee) === partenaire) return true;
  }
  return false;
}
