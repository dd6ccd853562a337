import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

export interface PruneRequest {
  /** Schema of the normal graph, against which the document is valid. */
  readonly apiSchema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  /** Schema of the graph without the missing partners. */
  readonly degradedSchema: GraphQLSchema;
}

export interface PrunedOperation {
  /** What can still be asked, to be planned on the degraded graph; null when nothing is left. */
  readonly document: DocumentNode | null;
  /** Coordinates that were taken out. */
  readonly removed: ReadonlySet<string>;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Takes out of an operation what the degraded graph can't answer. The operation is then executed
 * with the client's own document and `absents`, so that what was taken out is null with an error.
 */
export function pruneOperation(o: PruneRequest): PrunedOperation {
  const { apiSchema, degradedSchema, document, operationName } = o;
  const removed = new Set<string>();
  const operation = operationOf(document, operationName);

  const pruneSet = (typeName: string, set: SelectionSetNode): SelectionSetNode | null => {
    const selections: SelectionNode[] = [];
    for (const selection of set.selections) {
      switch (selection.kind) {
        case Kind.FIELD: {
          const kept = pruneField(typeName, selection);
          if (kept !== null) selections.push(kept);
          break;
        }
        case Kind.INLINE_FRAGMENT: {
          const type = selection.typeCondition?.name.value ?? typeName;
          const inner = isKnown(type) ? pruneSet(type, selection.selectionSet) : lost(selection);
          if (inner !== null) selections.push({ ...selection, selectionSet: inner });
          break;
        }
        case Kind.FRAGMENT_SPREAD:
          if (fragments.get(selection.name.value) != null) selections.push(selection);
          break;
      }
    }
    return selections.length === 0 ? null : { ...set, selections };
  };

  const pruneField = (typeName: string, field: FieldNode): FieldNode | null => {
    const name = field.name.value;
    // Introspection is answered from the schema of the normal graph.
    if (name === '__typename' || name === '__schema' || name === '__type') return field;
    const before = fieldOf(apiSchema, typeName, name);
    const now = fieldOf(degradedSchema, typeName, name);
    const knows = (argument: string): boolean =>
      now?.args.some((each) => each.name === argument) === true;
    if (
      now === undefined ||
      before === undefined ||
      !(field.arguments ?? []).every((argument) => knows(argument.name.value))
    ) {
      removed.add(`${typeName}.${name}`);
      return null;
    }
    if (field.selectionSet === undefined) return field;
    const inner = pruneSet(getNamedType(now.type).name, field.selectionSet);
    // The object itself is still there, and says so even when none of its fields is.
    return {
      ...field,
      selectionSet: inner ?? { kind: Kind.SELECTION_SET, selections: [TYPENAME] },
    };
  };

  const isKnown = (typeName: string): boolean => isCompositeType(degradedSchema.getType(typeName));
  const lost = (_selection: SelectionNode): null => null;

  const fragments = new Map<string, FragmentDefinitionNode | null>();
  const pruneFragments = (): void => {
    const definitions = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        definitions.set(definition.name.value, definition);
      }
    }
    // Innermost first: a fragment whose spreads all go may have nothing left itself.
    const prune = (name: string): void => {
      if (fragments.has(name)) return;
      const definition = definitions.get(name);
      if (definition === undefined) return;
      visit(definition, {
        FragmentSpread: (spread) => prune(spread.name.value),
      });
      const type = definition.typeCondition.name.value;
      const set = isKnown(type) ? pruneSet(type, definition.selectionSet) : null;
      fragments.set(name, set && { ...definition, selectionSet: set });
    };
    for (const name of definitions.keys()) prune(name);
  };
  pruneFragments();

  const root = degradedSchema.getRootType(operation.operation);
  const normalRoot = apiSchema.getRootType(operation.operation);
  const set = pruneSet(root?.name ?? normalRoot?.name ?? '', operation.selectionSet);
  if (set === null || !root) return { document: null, removed };
  return { document: withWhatIsUsed({ ...operation, selectionSet: set }, fragments), removed };
}

function fieldOf(schema: GraphQLSchema, typeName: string, name: string) {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** The operation with the fragments and variables that it still uses. */
function withWhatIsUsed(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode | null>,
): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>();
  const variables = new Set<string>();
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: (variable) => {
        variables.add(variable.name.value);
      },
      FragmentSpread: (spread) => {
        const fragment = fragments.get(spread.name.value);
        if (fragment == null || used.has(spread.name.value)) return;
        used.set(spread.name.value, fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        ...operation,
        variableDefinitions: (operation.variableDefinitions ?? []).filter((definition) =>
          variables.has(definition.variable.name.value),
        ),
      },
      ...used.values(),
    ],
  };
}

function operationOf(
  document: DocumentNode,
  operationName: string | undefined,
): OperationDefinitionNode {
  for (const definition of document.definitions) {
    if (
      definition.kind === Kind.OPERATION_DEFINITION &&
      (operationName === undefined || definition.name?.value === operationName)
    ) {
      return definition;
    }
  }
  throw new GraphQLError('Le document ne contient pas cette opération.');
}
