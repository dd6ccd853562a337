import type { OperationKind, Plan } from '@passerelle/planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';

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

/** @throws GraphQLError when the document has no such operation */
export function compileOperation(o: CompileRequest): CompiledOperation {
  throw new Error(`not built yet: ${o.operationName}`);
}
