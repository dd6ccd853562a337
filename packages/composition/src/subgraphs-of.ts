/** A subgraph named by a supergraph: `name` is the partner's code as published. */
export interface SubgraphAddress {
  readonly partenaire: string;
  readonly url: string;
}

/** Subgraphs of a supergraph SDL, read from `join__Graph`. Plans name the same `partenaire`. */
export function subgraphsOf(supergraphSdl: string): readonly SubgraphAddress[] {
  throw new Error(`not built yet: ${supergraphSdl.length}`);
}
