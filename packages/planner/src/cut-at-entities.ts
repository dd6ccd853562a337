import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import type { EntryPoint } from './entry-points.js';
import type { PathSegment } from './plan.js';

/** What remains to be asked of the entities found at a path. */
export interface Cut {
  readonly path: readonly PathSegment[];
  readonly type: string;
  readonly selections: readonly SelectionNode[];
}

export interface CutSelections {
  /** Down to the first entities, of which only keys are asked. */
  readonly kept: readonly SelectionNode[];
  readonly cuts: readonly Cut[];
}

export interface CutContext {
  readonly schema: GraphQLSchema;
  readonly entities: ReadonlyMap<string, EntryPoint>;
}

/**
 * Cuts selections in normal form where entities begin. Null when a condition is still open: what
 * is cut would lose it.
 */
export function cutAtEntities(
  typeName: string,
  selections: readonly SelectionNode[],
  context: CutContext,
): CutSelections | null {
  const kept: SelectionNode[] = [];
  const cuts: Cut[] = [];
  for (const selection of selections) {
    if (isConditional(selection)) return null;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const type = selection.typeCondition?.name.value ?? typeName;
      const inner = cutAtEntities(type, selection.selectionSet.selections, context);
      if (inner === null) return null;
      kept.push(withSelections(selection, inner.kept));
      const at: PathSegment = { kind: 'TypeCondition', types: [type] };
      cuts.push(...inner.cuts.map((cut) => ({ ...cut, path: [at, ...cut.path] })));
      continue;
    }
    if (selection.kind !== Kind.FIELD) return null;
    if (selection.selectionSet === undefined) {
      kept.push(selection);
      continue;
    }
    const parent = context.schema.getType(typeName);
    const output =
      isObjectType(parent) || isInterfaceType(parent)
        ? parent.getFields()[selection.name.value]?.type
        : undefined;
    if (output === undefined) return null;
    const inner = cutObject(getNamedType(output).name, selection.selectionSet.selections, context);
    if (inner === null) return null;
    kept.push(withSelections(selection, inner.kept));
    const at = pathOf(selection, output);
    cuts.push(...inner.cuts.map((cut) => ({ ...cut, path: [...at, ...cut.path] })));
  }
  return { kept, cuts };
}

function cutObject(
  typeName: string,
  selections: readonly SelectionNode[],
  context: CutContext,
): CutSelections | null {
  const type = context.schema.getType(typeName);
  const entity = context.entities.get(typeName);
  if (entity !== undefined) {
    const rest = selections.filter((each) => !isAsked(each, entity.keys));
    return rest.length === 0
      ? { kept: selections, cuts: [] }
      : {
          // Under the client's own names too: where the entity begins again, nobody is asked them.
          kept: distinct([
            TYPENAME,
            ...entity.keys.map(plainField),
            ...selections.filter((each) => isAsked(each, entity.keys)),
          ]),
          cuts: [{ path: [], type: typeName, selections: rest }],
        };
  }
  if (!isAbstractType(type)) return cutAtEntities(typeName, selections, context);

  const kept: SelectionNode[] = [TYPENAME];
  const cuts: Cut[] = [];
  for (const possible of context.schema.getPossibleTypes(type)) {
    const applicable = selectionsFor(possible.name, selections, context.schema);
    const inner = applicable && cutObject(possible.name, applicable, context);
    if (inner === null) return null;
    const isOnInterface =
      isInterfaceType(type) &&
      inner.cuts.some((cut) => cut.path.length === 0) &&
      inner.kept.every(
        (each) =>
          each.kind === Kind.FIELD && (isTypename(each) || each.name.value in type.getFields()),
      );
    // Keys that the interface has are asked of it: its type may be all that a partner knows.
    if (isOnInterface) kept.push(...inner.kept.filter((each) => !includes(kept, each)));
    else if (inner.kept.length > 0) kept.push(fragmentOn(possible.name, inner.kept));
    const at: PathSegment = { kind: 'TypeCondition', types: [possible.name] };
    cuts.push(...inner.cuts.map((cut) => ({ ...cut, path: [at, ...cut.path] })));
  }
  return { kept, cuts };
}

const TYPENAME: FieldNode = plainField('__typename');

/** What an object of this type is asked; null when a condition is open. */
export function selectionsFor(
  typeName: string,
  selections: readonly SelectionNode[],
  schema: GraphQLSchema,
): SelectionNode[] | null {
  const found: SelectionNode[] = [];
  for (const selection of selections) {
    if (isConditional(selection) || selection.kind === Kind.FRAGMENT_SPREAD) return null;
    if (selection.kind === Kind.FIELD) {
      found.push(selection);
      continue;
    }
    const condition = selection.typeCondition?.name.value ?? typeName;
    const type = schema.getType(condition);
    const actual = schema.getType(typeName);
    const applies =
      condition === typeName ||
      (isAbstractType(type) && isObjectType(actual) && schema.isSubType(type, actual));
    if (!applies) continue;
    const inner = selectionsFor(typeName, selection.selectionSet.selections, schema);
    if (inner === null) return null;
    found.push(...inner);
  }
  return found;
}

function isConditional(selection: SelectionNode): boolean {
  return (selection.directives ?? []).some(
    (each) => each.name.value === 'skip' || each.name.value === 'include',
  );
}

function isTypename(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === '__typename';
}

function isAsked(selection: SelectionNode, keys: readonly string[]): boolean {
  return (
    selection.kind === Kind.FIELD && (isTypename(selection) || keys.includes(selection.name.value))
  );
}

function distinct(selections: readonly SelectionNode[]): SelectionNode[] {
  const found: SelectionNode[] = [];
  for (const each of selections) if (!includes(found, each)) found.push(each);
  return found;
}

function includes(selections: readonly SelectionNode[], one: SelectionNode): boolean {
  return selections.some(
    (each) =>
      each.kind === Kind.FIELD && one.kind === Kind.FIELD && responseKey(each) === responseKey(one),
  );
}

function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

export function pathOf(field: FieldNode, output: GraphQLOutputType): PathSegment[] {
  const path: PathSegment[] = [{ kind: 'Field', key: field.alias?.value ?? field.name.value }];
  let type: GraphQLOutputType = output;
  while (isNonNullType(type) || isListType(type)) {
    if (isListType(type)) path.push({ kind: 'List' });
    type = type.ofType;
  }
  return path;
}

function plainField(name: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
}

function fragmentOn(type: string, selections: readonly SelectionNode[]): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function withSelections<T extends SelectionNode>(
  selection: T,
  selections: readonly SelectionNode[],
): T {
  return { ...selection, selectionSet: { kind: Kind.SELECTION_SET, selections } };
}
