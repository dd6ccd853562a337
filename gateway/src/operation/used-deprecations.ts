import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Deprecations, Depreciation } from '../supergraph/deprecations.js';

/**
 * What an operation uses that will go: fields, arguments, values that it writes, and what the
 * input types of its variables may hold, since a variable's value is looked at by nobody.
 */
export function usedDeprecations(
  schema: GraphQLSchema,
  deprecations: Deprecations,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Depreciation[] {
  if (deprecations.size === 0) return NONE;
  const found = new Set<Depreciation>();
  const use = (coordonnee: string): void => {
    const depreciation = deprecations.get(coordonnee);
    if (depreciation !== undefined) found.add(depreciation);
  };
  const held = new Set<string>();
  /** Everything that a value of this type may name. */
  const hold = (input: GraphQLInputType): void => {
    const type = getNamedType(input);
    if (held.has(type.name)) return;
    held.add(type.name);
    if (isEnumType(type)) for (const value of type.getValues()) use(`${type.name}.${value.name}`);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      use(`${type.name}.${field.name}`);
      hold(field.type);
    }
  };
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      OperationDefinition: (node) => (node === operation ? undefined : false),
      VariableDefinition(node) {
        const type = typeFromAST(schema, node.type);
        if (isInputType(type)) hold(type);
      },
      Field(node) {
        const parent = info.getParentType();
        if (!parent) return;
        const coordonnee = `${parent.name}.${node.name.value}`;
        use(coordonnee);
        for (const { name } of node.arguments ?? []) use(`${coordonnee}(${name.value}:)`);
      },
      ObjectField(node) {
        const parent = info.getParentInputType();
        if (parent) use(`${getNamedType(parent).name}.${node.name.value}`);
      },
      EnumValue(node) {
        const type = info.getInputType();
        if (type) use(`${getNamedType(type).name}.${node.value}`);
      },
    }),
  );
  return [...found].sort((a, b) => (a.coordonnee < b.coordonnee ? -1 : 1));
}

const NONE: readonly Depreciation[] = [];
