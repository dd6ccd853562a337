/** One partner's part of the graph. */
export interface SousGraphe {
  /** Stable code: `etat`, `region`, `pole-emploi`. */
  readonly partenaire: string;
  /** Where its subgraph answers GraphQL. */
  readonly url: string;
  /** SDL of the subgraph, with its federation and `@secours` directives. */
  readonly schema: string;
}
