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
  type SelectionSetNode,
} from 'graphql';
import type { BatchFetchNode, EntityBatch, FetchNode, PathSegment, PlanNode } from './plan.js';
import type { SupergraphModel } from './supergraph-model.js';

/** A fetch, or one entity list of a batch. */
export type Slot = FetchNode | EntityBatch;

export interface Giver {
  readonly slot: Slot;
  readonly partenaire: string;
  readonly type: string;
  readonly isAbstract: boolean;
  readonly field: FieldNode;
  /** Response keys from the root of the slot's own data. */
  readonly path: readonly string[];
}

const documents = new WeakMap<FetchNode | BatchFetchNode, ReturnType<typeof parse>>();

export function documentOf(node: FetchNode | BatchFetchNode): ReturnType<typeof parse> {
  const known = documents.get(node) ?? parse(node.operation, { noLocation: true });
  documents.set(node, known);
  return known;
}

/** Who gives each composite field of an answer, by absolute path of response keys. */
export function collectGivers(root: PlanNode, model: SupergraphModel): Map<string, Giver[]> {
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
