import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Values of the Boolean variables that conditions use. */
export type Conditions = ReadonlyMap<string, boolean>;

export interface CollectContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Conditions;
}

/**
 * Fields by response key, in the order in which the client's selections first name them.
 *
 * @param typename - type of the object; an interface's or union's name when it isn't known
 * @source GraphQL specification, CollectFields
 */
export function collectFields(
  typename: string,
  sets: readonly SelectionSetNode[],
  context: CollectContext,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(selection.directives, context.conditions)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const same = fields.get(key);
        if (same) same.push(selection);
        else fields.set(key, [selection]);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        if (visited.has(name)) continue;
        visited.add(name);
        const fragment = context.fragments.get(name);
        if (fragment && applies(fragment.typeCondition.name.value, typename, context.schema)) {
          collect(fragment.selectionSet);
        }
        continue;
      }
      const condition = selection.typeCondition?.name.value;
      if (condition === undefined || applies(condition, typename, context.schema)) {
        collect(selection.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return fields;
}

/** Boolean variables that decide what is selected, below `set`. */
export function conditionVariables(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  const found = new Set<string>();
  const visited = new Set<string>();
  const walk = (each: SelectionSetNode): void => {
    for (const selection of each.selections) {
      for (const { name, value } of conditionsOf(selection.directives)) {
        if (name !== null && value?.kind === Kind.VARIABLE) found.add(value.name.value);
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
        walk(fragment.selectionSet);
      } else if (selection.selectionSet) {
        walk(selection.selectionSet);
      }
    }
  };
  walk(set);
  return [...found];
}

function applies(condition: string, typename: string, schema: GraphQLSchema): boolean {
  if (condition === typename) return true;
  const type = schema.getType(condition);
  const actual = schema.getType(typename);
  if (!isAbstractType(type) || !isCompositeType(actual)) return false;
  return isImplementation(actual) && schema.isSubType(type, actual);
}

function isImplementation(type: { readonly name: string }): type is GraphQLObjectType {
  return 'getFields' in type;
}

function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  conditions: Conditions,
): boolean {
  return conditionsOf(directives).every(({ name, value }) => {
    const isTrue =
      value?.kind === Kind.BOOLEAN
        ? value.value
        : value?.kind === Kind.VARIABLE && conditions.get(value.name.value) === true;
    return isTrue === (name === 'include');
  });
}

function conditionsOf(directives: readonly DirectiveNode[] | undefined) {
  return (directives ?? [])
    .filter(({ name }) => name.value === 'skip' || name.value === 'include')
    .map((directive) => ({
      name: directive.name.value,
      value: directive.arguments?.find((each) => each.name.value === 'if')?.value,
    }));
}
