import type { GraphQLSchema } from 'graphql';

export interface UnavailableRequest {
  /** Supergraph of the normal graph, everyone present. */
  readonly supergraphSdl: string;
  /** API schema of the graph composed without the absent partners. */
  readonly degradedSchema: GraphQLSchema;
  readonly absents: readonly string[];
}

/** Fields of the normal graph that the degraded one lacks: coordinate -> partner that is missing. */
export function unavailableCoordinates(o: UnavailableRequest): ReadonlyMap<string, string> {
  throw new Error(`not built yet: ${o.absents.length}`);
}
