import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type {
  Alignment,
  BatchFetchNode,
  EntityBatch,
  FetchNode,
  PathSegment,
  PlanNode,
} from './plan.js';
import type { SupergraphModel } from './supergraph-model.js';

/**
 * Two fetches of a plan may give the same list: a field that several partners share, asked for
 * some of its columns from each. Engines merge the rows by position; as soon as two originals
 * differ by a row, one's columns land on another's row. So both are made to ask for what says
 * who is who, and the executor joins by it.
 */
export function alignShared(root: PlanNode, model: SupergraphModel): PlanNode {
  const asked = collect(root, model);
  const shared = new Map<Slot, SharedObject[]>();
  for (const givers of asked.values()) {
    const [first, ...others] = givers;
    if (first === undefined || others.length === 0) continue;
    const keys = keysFor(givers, model);
    for (const giver of givers) {
      const list = shared.get(giver.slot) ?? [];
      shared.set(giver.slot, list);
      list.push({ field: giver.field, path: giver.path, keys });
    }
  }
  return shared.size === 0 ? root : rewrite(root, shared);
}

/** A fetch, or one entity list of a batch. */
type Slot = FetchNode | EntityBatch;

interface Giver {
  readonly slot: Slot;
  readonly partenaire: string;
  readonly type: string;
  readonly isAbstract: boolean;
  readonly field: FieldNode;
  /** Response keys from the root of the slot's own data. */
  readonly path: readonly string[];
}

interface SharedObject {
  readonly field: FieldNode;
  readonly path: readonly string[];
  readonly keys: readonly string[];
}

const documents = new WeakMap<FetchNode | BatchFetchNode, ReturnType<typeof parse>>();

function documentOf(node: FetchNode | BatchFetchNode): ReturnType<typeof parse> {
  const known = documents.get(node) ?? parse(node.operation, { noLocation: true });
  documents.set(node, known);
  return known;
}

/** Composite fields by absolute path; those with more than one giver are shared. */
function collect(root: PlanNode, model: SupergraphModel): Map<string, Giver[]> {
  const found = new Map<string, Giver[]>();
  const walk = (node: PlanNode, prefix: readonly string[]): void => {
    switch (node.kind) {
      case 'Sequence':
      case 'Parallel':
        for (const child of node.nodes) walk(child, prefix);
        break;
      case 'Condition':
        if (node.ifTrue) walk(node.ifTrue, prefix);
        if (node.ifFalse) walk(node.ifFalse, prefix);
        break;
      case 'Flatten':
        walk(node.node, [...prefix, ...keysOf(node.path)]);
        break;
      case 'Subscription':
        walk(node.primary, prefix);
        break;
      case 'Fetch':
        givers(
          node,
          node,
          node.partenaire,
          rootSelections(node, '_entities', model),
          [prefix],
          found,
          model,
        );
        break;
      case 'BatchFetch':
        for (const entity of node.entities) {
          const paths = entity.paths.map((path) => [...prefix, ...keysOf(path)]);
          const selections = rootSelections(node, entity.alias, model);
          givers(node, entity, node.partenaire, selections, paths, found, model);
        }
        break;
    }
  };
  walk(root, []);
  return found;
}

function givers(
  node: FetchNode | BatchFetchNode,
  slot: Slot,
  partenaire: string,
  root: { type: string | null; set: SelectionSetNode } | null,
  prefixes: readonly (readonly string[])[],
  found: Map<string, Giver[]>,
  model: SupergraphModel,
): void {
  if (root === null) return;
  const fragments = fragmentsOf(node);
  const seen = new Set<string>();
  const walk = (typeName: string | null, set: SelectionSetNode, path: readonly string[]): void => {
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment) {
          walk(fragment.typeCondition?.name.value ?? typeName, fragment.selectionSet, path);
        }
        continue;
      }
      if (selection.selectionSet === undefined || typeName === null) continue;
      const output = fieldType(typeName, selection.name.value, model);
      const named = output && getNamedType(output);
      if (named === undefined || !isCompositeType(named)) continue;
      const key = selection.alias?.value ?? selection.name.value;
      const inner = [...path, key];
      for (const prefix of prefixes) {
        const absolute = JSON.stringify([...prefix, ...inner]);
        // Fragments of one fetch may each ask for it: its answer has it once.
        if (seen.has(absolute)) continue;
        seen.add(absolute);
        const list = found.get(absolute) ?? [];
        found.set(absolute, list);
        list.push({
          slot,
          partenaire,
          type: named.name,
          isAbstract: isAbstractType(named),
          field: selection,
          path: inner,
        });
      }
      walk(named.name, selection.selectionSet, inner);
    }
  };
  walk(root.type, root.set, []);
}

function fieldType(
  typeName: string,
  field: string,
  model: SupergraphModel,
): GraphQLOutputType | undefined {
  const type = model.schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[field]?.type : undefined;
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

function keysOf(path: readonly PathSegment[]): string[] {
  return path.flatMap((segment) => (segment.kind === 'Field' ? [segment.key] : []));
}

function fragmentsOf(
  node: FetchNode | BatchFetchNode,
): ReadonlyMap<string, FragmentDefinitionNode> {
  const found = new Map<string, FragmentDefinitionNode>();
  for (const definition of documentOf(node).definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) found.set(definition.name.value, definition);
  }
  return found;
}

/** Where the data of a slot begins: the root of a fetch, or below `_entities`. */
function rootSelections(
  node: FetchNode | BatchFetchNode,
  alias: string,
  model: SupergraphModel,
): { type: string | null; set: SelectionSetNode } | null {
  for (const definition of documentOf(node).definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (node.kind === 'Fetch' && node.requires.length === 0) {
      const type = model.schema.getRootType(definition.operation)?.name ?? null;
      return { type, set: definition.selectionSet };
    }
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) continue;
      if ((selection.alias?.value ?? selection.name.value) === alias) {
        return { type: null, set: selection.selectionSet };
      }
    }
  }
  return null;
}
