import type { GraphQLSchema } from 'graphql';

/** The schema clients see, from any federation 2 supergraph (join v0.1 to v0.5). Introspectable. */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  throw new Error(`not built yet: ${supergraphSdl.length}`);
}
