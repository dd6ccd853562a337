import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Fields an operation asks, `Type.field` on the type where they are selected. */
export function coordinatesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visited = new Set<string>();
  const walk = (typeName: string, set: SelectionSetNode): void => {
    const type = schema.getType(typeName);
    for (const selection of set.selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          if (!isObjectType(type) && !isInterfaceType(type)) break;
          const field = type.getFields()[selection.name.value];
          if (field === undefined) break;
          found.add(`${typeName}.${selection.name.value}`);
          if (selection.selectionSet) {
            walk(getNamedType(field.type).name, selection.selectionSet);
          }
          break;
        }
        case Kind.INLINE_FRAGMENT:
          walk(selection.typeCondition?.name.value ?? typeName, selection.selectionSet);
          break;
        case Kind.FRAGMENT_SPREAD: {
          const fragment = fragments.get(selection.name.value);
          if (fragment === undefined || visited.has(selection.name.value)) break;
          visited.add(selection.name.value);
          walk(fragment.typeCondition.name.value, fragment.selectionSet);
          break;
        }
      }
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) walk(root.name, operation.selectionSet);
  return found;
}
