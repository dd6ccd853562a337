import {
  type FieldNode,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  print as printNode,
  type SelectionNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { mapFetches } from './ask-typenames.js';
import { pathOf, selectionsFor } from './cut-at-entities.js';
import { collectGivers, documentOf, type Giver } from './givers.js';
import type { BatchFetchNode, FetchNode, PathSegment, PlanNode } from './plan.js';
import type { EntityRequest, StagedPlanner } from './plan-in-stages.js';
import { PlanningError } from './planner.js';
import type { SupergraphModel } from './supergraph-model.js';

export interface RestoreContext {
  readonly model: SupergraphModel;
  readonly staged: StagedPlanner;
  readonly rootType: string;
  /** What the client asks, in normal form. */
  readonly selections: readonly SelectionNode[];
  readonly print: EntityRequest['print'];
  readonly signal: AbortSignal | undefined;
}

/**
 * Of a union that partners know in part, on a field that they share, engines ask only the members
 * that all of them have. But a partner that gives the field may give each member it has: what the
 * client asks of those is asked again.
 */
export async function restoreMembers(node: PlanNode, context: RestoreContext): Promise<PlanNode> {
  const { model } = context;
  if (!model.hasPartialUnions) return node;
  const wanted = new Map<string, WantedUnion>();
  collectWanted(context.rootType, context.selections, { keys: [], path: [] }, context, wanted);
  if (wanted.size === 0) return node;

  const givers = collectGivers(node, model);
  const additions = new Map<FieldNode, SelectionNode[]>();
  const completions: PlanNode[] = [];
  for (const [key, { path, members }] of wanted) {
    const atPath = givers.get(key) ?? [];
    for (const [member, selections] of members) {
      if (atPath.some((giver) => mentions(giver.field, member))) continue;
      const giver = atPath.find((each) => knows(each, member, model));
      if (giver === undefined) continue;
      const own = selections.filter((each) => isOwn(each, member, giver.partenaire, model));
      const others = selections.filter((each) => !own.includes(each));
      const keys = others.length === 0 ? [] : usableKeys(member, giver.partenaire, context);
      if (own.length === 0 && keys.length === 0) continue;
      const joining = keys.length === 0 ? [] : ['__typename', ...keys].map(plainField);
      const known = additions.get(giver.field) ?? [];
      additions.set(giver.field, [...known, fragmentOn(member, [...joining, ...own])]);
      if (keys.length === 0) continue;
      const at: PathSegment = { kind: 'TypeCondition', types: [member] };
      const refusal = new PlanningError(
        'PLANIFICATION_IMPOSSIBLE',
        'Cette opération ne peut pas être répartie entre les partenaires. Demandez moins de champs à la fois.',
      );
      const request: EntityRequest = { print: context.print, refusal, signal: context.signal };
      const more = await context.staged.planFrom([...path, at], member, others, request);
      if (more !== null) completions.push(more);
    }
  }
  if (additions.size === 0) return node;
  const first = mapFetches(node, (fetch) => withAdditions(fetch, additions, context));
  const [only, ...others] = completions;
  if (only === undefined) return first;
  const after: PlanNode =
    others.length === 0 ? only : { kind: 'Parallel', nodes: [only, ...others] };
  return { kind: 'Sequence', nodes: [first, after] };
}

interface WantedUnion {
  readonly path: readonly PathSegment[];
  readonly members: Map<string, readonly SelectionNode[]>;
}

interface Place {
  readonly keys: readonly string[];
  readonly path: readonly PathSegment[];
}

function collectWanted(
  typeName: string,
  selections: readonly SelectionNode[],
  place: Place,
  context: RestoreContext,
  wanted: Map<string, WantedUnion>,
): void {
  const { schema } = context.model;
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const type = selection.typeCondition?.name.value ?? typeName;
      const at: PathSegment = { kind: 'TypeCondition', types: [type] };
      const inner = isObjectType(schema.getType(type))
        ? { ...place, path: [...place.path, at] }
        : place;
      collectWanted(type, selection.selectionSet.selections, inner, context, wanted);
      continue;
    }
    const parent = schema.getType(typeName);
    const output =
      isObjectType(parent) || isInterfaceType(parent)
        ? parent.getFields()[selection.name.value]?.type
        : undefined;
    if (selection.selectionSet === undefined || output === undefined) continue;
    const inner: Place = {
      keys: [...place.keys, selection.alias?.value ?? selection.name.value],
      path: [...place.path, ...pathOf(selection, output)],
    };
    const type = getNamedType(output);
    if (isUnionType(type)) {
      const key = JSON.stringify(inner.keys);
      const union = wanted.get(key) ?? { path: inner.path, members: new Map() };
      for (const { name: member } of type.getTypes()) {
        const asked = selectionsFor(member, selection.selectionSet.selections, schema) ?? [];
        const fields = asked.filter((each) => !isTypename(each));
        if (fields.length > 0) {
          union.members.set(member, [...(union.members.get(member) ?? []), ...fields]);
        }
      }
      if (union.members.size > 0) wanted.set(key, union);
    }
    collectWanted(type.name, selection.selectionSet.selections, inner, context, wanted);
  }
}

function knows(giver: Giver, member: string, model: SupergraphModel): boolean {
  return model.partialMembers(giver.type, giver.partenaire)?.has(member) === true;
}

function mentions(field: FieldNode, member: string): boolean {
  return (field.selectionSet?.selections ?? []).some(
    (each) =>
      each.kind === Kind.FRAGMENT_SPREAD ||
      (each.kind === Kind.INLINE_FRAGMENT && each.typeCondition?.name.value === member),
  );
}

/** Whether the partner alone can give it all. */
function isOwn(
  selection: SelectionNode,
  typeName: string,
  partner: string,
  model: SupergraphModel,
): boolean {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return false;
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    const type = selection.typeCondition?.name.value ?? typeName;
    return selection.selectionSet.selections.every((each) => isOwn(each, type, partner, model));
  }
  if (isTypename(selection)) return true;
  if (!model.resolves(partner, typeName, selection.name.value)) return false;
  const parent = model.schema.getType(typeName);
  const output =
    isObjectType(parent) || isInterfaceType(parent)
      ? parent.getFields()[selection.name.value]?.type
      : undefined;
  if (output === undefined) return false;
  const type = getNamedType(output).name;
  return (selection.selectionSet?.selections ?? []).every((each) =>
    isOwn(each, type, partner, model),
  );
}

function usableKeys(
  type: string,
  partner: string,
  { model, staged }: RestoreContext,
): readonly string[] {
  return staged.keysOf(type).filter((key) => model.resolves(partner, type, key));
}

function withAdditions<T extends FetchNode | BatchFetchNode>(
  fetch: T,
  additions: ReadonlyMap<FieldNode, readonly SelectionNode[]>,
  context: RestoreContext,
): T {
  const added: SelectionNode[] = [];
  const document = visit(documentOf(fetch), {
    Field: (field) => {
      const more = additions.get(field);
      if (more === undefined || field.selectionSet === undefined) return undefined;
      added.push(...more);
      const selections = [...field.selectionSet.selections, ...more];
      return { ...field, selectionSet: { ...field.selectionSet, selections } };
    },
  });
  if (added.length === 0) return fetch;
  const missing = variablesOf(added, context.print).filter(
    (definition) => !fetch.variableUsages.includes(definition.variable.name.value),
  );
  const whole = visit(document, {
    OperationDefinition: (operation) => ({
      ...operation,
      variableDefinitions: [...(operation.variableDefinitions ?? []), ...missing],
    }),
  });
  return {
    ...fetch,
    operation: printNode(whole),
    variableUsages: [
      ...fetch.variableUsages,
      ...missing.map((definition) => definition.variable.name.value),
    ],
  };
}

/** Definitions of the variables that selections use, by the client's own. */
function variablesOf(
  selections: readonly SelectionNode[],
  print: EntityRequest['print'],
): readonly VariableDefinitionNode[] {
  for (const definition of parse(print(selections, 'query'), { noLocation: true }).definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) return definition.variableDefinitions ?? [];
  }
  return [];
}

function isTypename(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === '__typename';
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
