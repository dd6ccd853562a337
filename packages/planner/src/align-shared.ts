import {
  type FieldNode,
  isInterfaceType,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { collectGivers, documentOf, type Giver, type Slot } from './givers.js';
import type { Alignment, BatchFetchNode, FetchNode, PlanNode } from './plan.js';
import type { SupergraphModel } from './supergraph-model.js';

/**
 * Two fetches of a plan may give the same list: a field that several partners share, asked for
 * some of its columns from each. Engines merge the rows by position; as soon as two originals
 * differ by a row, one's columns land on another's row. So both are made to ask for what says
 * who is who, and the executor joins by it.
 */
export function alignShared(root: PlanNode, model: SupergraphModel): PlanNode {
  const shared = new Map<Slot, SharedObject[]>();
  for (const givers of collectGivers(root, model).values()) {
    // Fragments of one fetch may each ask for it: its answer has it once.
    const bySlot = new Map(givers.toReversed().map((giver) => [giver.slot, giver]));
    if (bySlot.size < 2) continue;
    const keys = keysFor([...bySlot.values()].toReversed(), model);
    for (const giver of givers) {
      const list = shared.get(giver.slot) ?? [];
      shared.set(giver.slot, list);
      list.push({ field: giver.field, path: giver.path, keys });
    }
  }
  return shared.size === 0 ? root : rewrite(root, shared);
}

interface SharedObject {
  readonly field: FieldNode;
  readonly path: readonly string[];
  readonly keys: readonly string[];
}

function keysFor(shared: readonly Giver[], model: SupergraphModel): readonly string[] {
  const [first, ...others] = shared;
  if (first === undefined) return [];
  if (shared.some((giver) => giver.isAbstract)) {
    return isInterfaceType(model.schema.getType(first.type))
      ? ['__typename', ...leavesOf(first, others, model)]
      : ['__typename'];
  }
  return leavesOf(first, others, model);
}

function leavesOf(
  first: Giver,
  others: readonly Giver[],
  model: SupergraphModel,
): readonly string[] {
  let names: readonly string[] | null = null;
  for (const other of others) {
    if (other.type !== first.type) return [];
    const { key, leaves } = model.commonLeaves(first.type, first.partenaire, other.partenaire);
    const usable = key.length > 0 ? key : leaves;
    names = names === null ? usable : names.filter((name) => leaves.includes(name));
  }
  return names ?? [];
}

function rewrite(node: PlanNode, shared: ReadonlyMap<Slot, readonly SharedObject[]>): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map((child) => rewrite(child, shared)) };
    case 'Condition':
      return {
        ...node,
        ifTrue: node.ifTrue && rewrite(node.ifTrue, shared),
        ifFalse: node.ifFalse && rewrite(node.ifFalse, shared),
      };
    case 'Flatten':
      return { ...node, node: rewrite(node.node, shared) };
    case 'Subscription':
      return { ...node, primary: rewriteFetch(node.primary, shared) };
    case 'Fetch':
      return rewriteFetch(node, shared);
    case 'BatchFetch': {
      const objects = node.entities.flatMap((entity) => shared.get(entity) ?? []);
      if (objects.length === 0) return node;
      return {
        ...node,
        operation: withKeys(node, objects),
        entities: node.entities.map((entity) => ({
          ...entity,
          alignments: alignments(shared.get(entity)),
        })),
      };
    }
  }
}

function rewriteFetch(
  node: FetchNode,
  shared: ReadonlyMap<Slot, readonly SharedObject[]>,
): FetchNode {
  const objects = shared.get(node);
  if (objects === undefined) return node;
  return { ...node, operation: withKeys(node, objects), alignments: alignments(objects) };
}

function alignments(objects: readonly SharedObject[] | undefined): Alignment[] {
  const found = new Map<string, Alignment>();
  for (const { path, keys } of objects ?? []) found.set(JSON.stringify(path), { path, keys });
  return [...found.values()];
}

/** The operation asking for the keys too. Unaliased leaves never clash: see `sourceKeys`. */
function withKeys(node: FetchNode | BatchFetchNode, objects: readonly SharedObject[]): string {
  const wanted = new Map<FieldNode, readonly string[]>();
  for (const { field, keys } of objects) {
    wanted.set(field, [...new Set([...(wanted.get(field) ?? []), ...keys])]);
  }
  const withKeysIn = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return { ...selection, selectionSet: withKeysIn(selection.selectionSet) };
      }
      if (selection.selectionSet === undefined) return selection;
      const inner = withKeysIn(selection.selectionSet);
      const present = new Set(
        inner.selections.map((each) =>
          each.kind === Kind.FIELD && each.alias === undefined ? each.name.value : '',
        ),
      );
      const missing = (wanted.get(selection) ?? []).filter((name) => !present.has(name));
      return {
        ...selection,
        selectionSet: {
          ...inner,
          selections: [
            ...inner.selections,
            ...missing.map(
              (name): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } }),
            ),
          ],
        },
      };
    }),
  });
  const document = documentOf(node);
  return print({
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION
        ? { ...definition, selectionSet: withKeysIn(definition.selectionSet) }
        : definition,
    ),
  });
}
