import type { OperationKind, Plan } from '@passerelle/planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { keyNames } from './client-shape.js';
import { conditionVariables } from './collect-fields.js';
import {
  compileContext,
  compileNode,
  compileSubscription,
  partnersOf,
  type SelectSubscription,
} from './compile-plan.js';
import { coordinatesOf } from './coordinates.js';
import { compileIntrospection, type Introspect } from './introspection.js';
import { compileProjection, type Project } from './project.js';
import type { Step } from './run.js';

export interface CompileRequest {
  /** Schema the client sees: the normal graph's, even when the plan is of a degraded one. */
  readonly apiSchema: GraphQLSchema;
  /** The client's document, validated against `apiSchema`. */
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly plan: Plan;
  /** Fields nobody can answer now: coordinate -> missing partner. Answered null with an error. */
  readonly absents?: ReadonlyMap<string, string> | undefined;
}

/** An operation ready to run any number of times. Opaque, but for what a host needs to know. */
export interface CompiledOperation {
  readonly kind: OperationKind;
  /** Partners that the plan may ask. */
  readonly partenaires: ReadonlySet<string>;
  /** Fields the client asks, `Type.field` on the type where they are selected. */
  readonly coordonnees: ReadonlySet<string>;
}

/** What the conditions of one request come to. */
export interface Writing {
  readonly project: Project;
  readonly introspect: Introspect | null;
}

/** The inside of a compiled operation. */
export class Compiled implements CompiledOperation {
  readonly kind: OperationKind;
  readonly partenaires: ReadonlySet<string>;
  readonly coordonnees: ReadonlySet<string>;
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  /** Null when nobody has to be asked. */
  readonly step: Step | null;
  readonly subscription: SelectSubscription;
  readonly responseKeyOf: (sourceKey: string) => string;
  readonly writingFor: (variables: Readonly<Record<string, unknown>>) => Writing;

  constructor({ apiSchema, document, operationName, plan, absents }: CompileRequest) {
    const fragments = fragmentsOf(document);
    this.operation = findOperation(document, operationName);
    this.kind = this.operation.operation;
    this.schema = apiSchema;
    this.partenaires = partnersOf(plan.node);
    this.coordonnees = coordinatesOf(apiSchema, this.operation, fragments);
    const context = compileContext(apiSchema, plan);
    const isStream = this.kind === 'subscription';
    this.step = isStream || plan.node === null ? null : compileNode(plan.node, [], context);
    this.subscription = compileSubscription(isStream ? plan.node : null, context);
    const names = keyNames(plan, [
      this.operation.selectionSet,
      ...[...fragments.values()].map((fragment) => fragment.selectionSet),
    ]);
    this.responseKeyOf = names.responseKey;
    this.writingFor = writings(
      this.operation,
      (conditions) => ({
        project: compileProjection(this.operation.operation, this.operation.selectionSet, {
          schema: apiSchema,
          fragments,
          conditions,
          names,
          absents: absents ?? new Map(),
        }),
        introspect: compileIntrospection(apiSchema, this.operation, fragments, conditions),
      }),
      fragments,
    );
  }
}

/** @throws GraphQLError when the document has no such operation */
export function compileOperation(o: CompileRequest): CompiledOperation {
  return new Compiled(o);
}

/** Kept per operation; a client that tries every combination pays with a compilation. */
const MAX_WRITINGS = 64;

/** One writing per combination of the conditions, made when it is first met. */
function writings(
  operation: OperationDefinitionNode,
  make: (conditions: ReadonlyMap<string, boolean>) => Writing,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Compiled['writingFor'] {
  const names = conditionVariables(operation.selectionSet, fragments);
  if (names.length === 0) {
    const only = make(new Map());
    return () => only;
  }
  const made = new Map<string, Writing>();
  return (variables) => {
    const bits = names.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = made.get(bits);
    if (known !== undefined) return known;
    if (made.size >= MAX_WRITINGS) made.clear();
    const fresh = make(new Map(names.map((name) => [name, variables[name] === true])));
    made.set(bits, fresh);
    return fresh;
  };
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) found.set(definition.name.value, definition);
  }
  return found;
}

function findOperation(
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const operation =
    operationName === undefined
      ? operations[0]
      : operations.find((each) => each.name?.value === operationName);
  if (operation === undefined || (operationName === undefined && operations.length > 1)) {
    throw new GraphQLError('Le document ne contient pas cette opération.');
  }
  return operation;
}
