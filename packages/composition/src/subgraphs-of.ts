import { type DocumentNode, Kind } from 'graphql';
import { parseSupergraph } from './parse-supergraph.js';
import { stringArgument } from './type-nodes.js';

/** A subgraph named by a supergraph: its partner's code as published, and where it answers. */
export interface SubgraphAddress {
  readonly partenaire: string;
  readonly url: string;
}

/** Subgraphs of a supergraph SDL, read from `join__Graph`. Plans name the same `partenaire`. */
export function subgraphsOf(supergraphSdl: string): readonly SubgraphAddress[] {
  return [...joinGraphs(parseSupergraph(supergraphSdl)).values()];
}

/** The same by the value of the enum, which `join__field(graph:)` uses. */
export function joinGraphs(document: DocumentNode): ReadonlyMap<string, SubgraphAddress> {
  const graphs = new Map<string, SubgraphAddress>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') {
      continue;
    }
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find((each) => each.name.value === 'join__graph');
      if (graph === undefined) continue;
      graphs.set(value.name.value, {
        partenaire: stringArgument(graph, 'name') ?? value.name.value,
        url: stringArgument(graph, 'url') ?? '',
      });
    }
  }
  return graphs;
}
