import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The field around a node of a document, and the operation that holds it when one does. */
export function coordinateAt(
  document: DocumentNode,
  node: ASTNode | undefined,
  schema: GraphQLSchema,
): { readonly coordonnee: string; readonly operation: string | null } {
  const info = new TypeInfo(schema);
  let operation: string | null = null;
  let coordonnee = 'Query';
  let found: { coordonnee: string; operation: string | null } | undefined;
  visit(
    document,
    visitWithTypeInfo(info, {
      enter: (each) => {
        if (found) return;
        if (each.kind === 'OperationDefinition') operation = each.name?.value ?? null;
        if (each.kind === 'FragmentDefinition') operation = null;
        const parent = info.getParentType();
        const field = info.getFieldDef();
        if (each.kind === 'Field' && parent && field) coordonnee = `${parent.name}.${field.name}`;
        if (each === node) found = { coordonnee, operation };
      },
    }),
  );
  return found ?? { coordonnee, operation };
}
