import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { fieldSignature } from './field-signature.js';
import type { SupergraphModel } from './supergraph-model.js';

/**
 * An operation as planning engines take it best: no fragment definitions, no literal conditions,
 * no introspection, no alias or variable name chosen by the client.
 */
export interface NormalisedOperation {
  /** Root selections, fields with the same key merged. Empty: nobody to ask. */
  readonly selections: readonly SelectionNode[];
  /** Boolean variable met in a condition that `valuation` doesn't know; null when settled. */
  readonly openCondition: string | null;
}

export type Valuation = ReadonlyMap<string, boolean>;

export interface Normaliser {
  normalise(valuation: Valuation): NormalisedOperation;
  /** With every remaining condition left in place. */
  normaliseOpen(valuation: Valuation): NormalisedOperation;
  /** Text of an operation with these root selections. */
  print(selections: readonly SelectionNode[], kind?: 'same' | 'query'): string;
  readonly sourceKeys: Readonly<Record<string, string>>;
  readonly sourceVariables: Readonly<Record<string, string>>;
}

export function createNormaliser(
  { schema, isInterfaceObject }: Pick<SupergraphModel, 'schema' | 'isInterfaceObject'>,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Normaliser {
  const sourceKeys: Record<string, string> = Object.create(null);
  const plannedVariables = new Map<string, string>();
  const sourceVariables: Record<string, string> = Object.create(null);
  const clientVariables = new Set(
    (operation.variableDefinitions ?? []).map((definition) => definition.variable.name.value),
  );
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    // Engines name their own variables `representations`, `__batch_reps_0` …
    if (name !== 'representations' && !name.startsWith('_')) continue;
    let planned = `v_${plannedVariables.size}`;
    while (clientVariables.has(planned)) planned += '_';
    clientVariables.add(planned);
    plannedVariables.set(name, planned);
    sourceVariables[planned] = name;
  }
  const prefix = freePrefix(schema);
  let keyCount = 0;

  const sourceKey = (field: FieldNode): string => {
    const name = field.name.value;
    const isPlain =
      (field.alias === undefined || field.alias.value === name) &&
      (field.arguments ?? []).length === 0 &&
      !(name in Object.prototype);
    if (isPlain) return name;
    const signature = fieldSignature(field);
    const known = sourceKeys[signature];
    if (known !== undefined) return known;
    const key = `${prefix}${keyCount++}`;
    sourceKeys[signature] = key;
    return key;
  };

  const run = (valuation: Valuation, leaveOpen: boolean): NormalisedOperation => {
    let openCondition: string | null = null;

    /** True, false, or the directives that remain to be decided. */
    const decide = (
      directives: readonly DirectiveNode[] | undefined,
    ): boolean | readonly DirectiveNode[] => {
      const open: DirectiveNode[] = [];
      for (const directive of directives ?? []) {
        const name = directive.name.value;
        if (name !== 'skip' && name !== 'include') continue;
        const condition = directive.arguments?.find((each) => each.name.value === 'if')?.value;
        const value = literal(condition, valuation);
        if (value === undefined) {
          if (condition?.kind === Kind.VARIABLE) openCondition ??= condition.name.value;
          open.push(directive);
        } else if (value === (name === 'skip')) {
          return false;
        }
      }
      return open.length === 0 ? true : open;
    };

    const selectionsOf = (
      parent: GraphQLCompositeType,
      sets: readonly SelectionSetNode[],
    ): SelectionNode[] => {
      const fields = new Map<
        string,
        { nodes: FieldNode[]; conditions: readonly DirectiveNode[] }
      >();
      const byType = new Map<
        string,
        {
          type: GraphQLCompositeType;
          sets: SelectionSetNode[];
          conditions: readonly DirectiveNode[];
        }
      >();
      // Types of abstract objects are asked in the plan (`ask-typenames.ts`): asked here, engines
      // miss what `@provides` gives. But a type that only some partners know may cost a call.
      const planned = isAbstractType(parent) && isInterfaceObject(parent.name);
      let needsTypename = planned && hasHiddenType(schema, parent);

      const collect = (set: SelectionSetNode): void => {
        for (const selection of set.selections) {
          const decision = decide(selection.directives);
          if (decision === false) continue;
          const conditions = decision === true ? [] : decision;
          const suffix = conditions.map((each) => print(each)).join('');
          if (selection.kind === Kind.FIELD) {
            const name = selection.name.value;
            if (name === '__typename') {
              needsTypename = planned;
              continue;
            }
            if (name.startsWith('__')) continue;
            const key = sourceKey(selection);
            const known = fields.get(key + suffix);
            if (known) known.nodes.push(selection);
            else fields.set(key + suffix, { nodes: [selection], conditions });
            continue;
          }
          const fragment =
            selection.kind === Kind.INLINE_FRAGMENT
              ? selection
              : fragments.get(selection.name.value);
          if (fragment === undefined) continue;
          const named = fragment.typeCondition?.name.value ?? parent.name;
          const type = schema.getType(named);
          if (!isCompositeType(type)) continue;
          const covers =
            type === parent ||
            (isAbstractType(type) && isObjectType(parent) && schema.isSubType(type, parent));
          if (covers && conditions.length === 0) {
            collect(fragment.selectionSet);
            continue;
          }
          const target = covers ? parent : type;
          if (planned && !covers) needsTypename = true;
          const known = byType.get(target.name + suffix);
          if (known) known.sets.push(fragment.selectionSet);
          else {
            byType.set(target.name + suffix, {
              type: target,
              sets: [fragment.selectionSet],
              conditions,
            });
          }
        }
      };
      for (const set of sets) collect(set);

      const found: SelectionNode[] = [];
      for (const { nodes, conditions } of fields.values()) {
        const first = nodes[0];
        if (first === undefined) continue;
        const key = sourceKey(first);
        const fieldType =
          isObjectType(parent) || 'getFields' in parent
            ? parent.getFields()[first.name.value]?.type
            : undefined;
        const named = fieldType && getNamedType(fieldType);
        const inner = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
        const selections =
          named && isCompositeType(named) && inner.length > 0 ? selectionsOf(named, inner) : null;
        const args = (first.arguments ?? []).map(renamed);
        found.push({
          kind: Kind.FIELD,
          name: first.name,
          ...(key === first.name.value ? {} : { alias: { kind: Kind.NAME, value: key } }),
          ...(args.length > 0 ? { arguments: args } : {}),
          directives: [
            ...(first.directives ?? []).filter(
              (each) => each.name.value !== 'skip' && each.name.value !== 'include',
            ),
            ...conditions,
          ].map(renamedDirective),
          ...(selections === null
            ? {}
            : {
                selectionSet: {
                  kind: Kind.SELECTION_SET,
                  selections: selections.length > 0 ? selections : [TYPENAME],
                },
              }),
        });
      }
      for (const { type, sets: inner, conditions } of byType.values()) {
        const selections = selectionsOf(type, inner).filter(
          (selection) => !(needsTypename && isTypename(selection)),
        );
        if (selections.length === 0) continue;
        found.push({
          kind: Kind.INLINE_FRAGMENT,
          typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
          directives: conditions.map(renamedDirective),
          selectionSet: { kind: Kind.SELECTION_SET, selections },
        });
      }
      if (needsTypename) found.unshift(TYPENAME);
      return found;
    };

    const renamed = (argument: ArgumentNode): ArgumentNode => ({
      ...argument,
      value: withPlannedVariables(argument.value, plannedVariables),
    });
    const renamedDirective = (directive: DirectiveNode): DirectiveNode => ({
      ...directive,
      arguments: (directive.arguments ?? []).map(renamed),
    });

    const root = schema.getRootType(operation.operation);
    const selections = root ? selectionsOf(root, [operation.selectionSet]) : [];
    return {
      // The executor knows the name of a root type.
      selections: selections.filter((selection) => !isTypename(selection)),
      openCondition: leaveOpen ? null : openCondition,
    };
  };

  return {
    normalise: (valuation) => run(valuation, false),
    normaliseOpen: (valuation) => run(valuation, true),
    print: (selections, kind = 'same') =>
      printOperation(
        kind === 'query' ? { ...operation, operation: OperationTypeNode.QUERY } : operation,
        selections,
        plannedVariables,
      ),
    sourceKeys,
    sourceVariables,
  };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function isTypename(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === '__typename' && !selection.alias;
}

function literal(value: ValueNode | undefined, valuation: Valuation): boolean | undefined {
  if (value?.kind === Kind.BOOLEAN) return value.value;
  if (value?.kind === Kind.VARIABLE) return valuation.get(value.name.value);
  return undefined;
}

function hasHiddenType(schema: GraphQLSchema, type: GraphQLAbstractType): boolean {
  return schema
    .getPossibleTypes(type)
    .some((each) => each.astNode?.directives?.some((one) => one.name.value === 'inaccessible'));
}

/** A prefix that no field of the graph begins with. */
function freePrefix(schema: GraphQLSchema): string {
  const names = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if ('getFields' in type) for (const name of Object.keys(type.getFields())) names.add(name);
  }
  let prefix = '_r';
  while ([...names].some((name) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}

function withPlannedVariables(value: ValueNode, planned: ReadonlyMap<string, string>): ValueNode {
  if (planned.size === 0) return value;
  return visit(value, {
    Variable: (node) => {
      const name = planned.get(node.name.value);
      return name === undefined
        ? undefined
        : { ...node, name: { kind: Kind.NAME as const, value: name } };
    },
  });
}

function printOperation(
  operation: OperationDefinitionNode,
  selections: readonly SelectionNode[],
  planned: ReadonlyMap<string, string>,
): string {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  const used = new Set<string>();
  visit(selectionSet, {
    Variable: (node) => {
      used.add(node.name.value);
    },
  });
  const variableDefinitions: VariableDefinitionNode[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const plannedName = planned.get(name) ?? name;
    if (!used.has(plannedName)) continue;
    variableDefinitions.push({
      ...definition,
      directives: [],
      variable: { ...definition.variable, name: { kind: Kind.NAME, value: plannedName } },
    });
  }
  return print({
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    variableDefinitions,
    selectionSet,
  });
}
