import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Conditions, collectFields } from './collect-fields.js';

/** Answers `__schema` and `__type` from the API schema, without asking a partner. */
export type Introspect = (
  variables: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** Null when the operation asks nothing of the schema. */
export function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  conditions: Conditions,
): Introspect | null {
  const root = schema.getRootType(operation.operation);
  if (!root) return null;
  const asked: FieldNode[] = [];
  const context = { schema, fragments, conditions };
  for (const nodes of collectFields(root.name, [operation.selectionSet], context).values()) {
    for (const node of nodes) {
      // What decided that the field is asked has been decided.
      if (node.name.value === '__schema' || node.name.value === '__type') {
        asked.push({ ...node, directives: [] });
      }
    }
  }
  if (asked.length === 0) return null;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: asked } },
      ...fragments.values(),
    ],
  };
  return (variableValues) => {
    const result = execute({ schema, document, variableValues });
    if (result instanceof Promise || !('data' in result)) return {};
    return result.data ?? {};
  };
}
