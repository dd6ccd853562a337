import { type FieldNode, Kind, print, type SelectionNode, visit } from 'graphql';
import { collectGivers, documentOf } from './givers.js';
import type { BatchFetchNode, FetchNode, PlanNode } from './plan.js';
import type { SupergraphModel } from './supergraph-model.js';

/**
 * Makes each fetch tell the type of its abstract objects: the executor hides, chooses and names
 * types by it. Not of an interface that a partner knows as an object: its word is worth nothing.
 */
export function askTypenames(root: PlanNode, model: SupergraphModel): PlanNode {
  const silent = new Set<FieldNode>();
  for (const givers of collectGivers(root, model).values()) {
    for (const { field, type, isAbstract } of givers) {
      if (isAbstract && !model.isInterfaceObject(type) && !tellsType(field)) silent.add(field);
    }
  }
  return silent.size === 0 ? root : mapFetches(root, (fetch) => withTypenames(fetch, silent));
}

/** The plan with other operations in its fetches. */
export function mapFetches(
  node: PlanNode,
  change: <T extends FetchNode | BatchFetchNode>(fetch: T) => T,
): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => mapFetches(child, change)) };
    case 'Condition':
      return {
        ...node,
        ifTrue: node.ifTrue && mapFetches(node.ifTrue, change),
        ifFalse: node.ifFalse && mapFetches(node.ifFalse, change),
      };
    case 'Flatten':
      return { ...node, node: mapFetches(node.node, change) };
    case 'Subscription':
      return { ...node, primary: change(node.primary) };
    case 'Fetch':
    case 'BatchFetch':
      return change(node);
  }
}

function withTypenames<T extends FetchNode | BatchFetchNode>(
  fetch: T,
  silent: ReadonlySet<FieldNode>,
): T {
  let isChanged = false;
  const document = visit(documentOf(fetch), {
    Field: {
      enter: (field) => {
        if (!silent.has(field) || field.selectionSet === undefined) return undefined;
        isChanged = true;
        return {
          ...field,
          selectionSet: {
            ...field.selectionSet,
            selections: [TYPENAME, ...field.selectionSet.selections],
          },
        };
      },
    },
  });
  return isChanged ? { ...fetch, operation: print(document) } : fetch;
}

function tellsType(field: FieldNode): boolean {
  return (field.selectionSet?.selections ?? []).some(isTypename);
}

function isTypename(selection: SelectionNode): boolean {
  return (
    selection.kind === Kind.FIELD &&
    selection.alias === undefined &&
    selection.name.value === '__typename'
  );
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
