import type { DocumentNode, GraphQLSchema } from 'graphql';

export interface PruneRequest {
  /** Schema of the normal graph, against which the document is valid. */
  readonly apiSchema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  /** Schema of the graph without the missing partners. */
  readonly degradedSchema: GraphQLSchema;
}

export interface PrunedOperation {
  /** What can still be asked, to be planned on the degraded graph; null when nothing is left. */
  readonly document: DocumentNode | null;
  /** Coordinates that were taken out. */
  readonly removed: ReadonlySet<string>;
}

/** Takes out of an operation what the degraded graph can't answer. */
export function pruneOperation(o: PruneRequest): PrunedOperation {
  throw new Error(`not built yet: ${o.operationName}`);
}
