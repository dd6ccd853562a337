import {
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isTypeSubTypeOf,
  Kind,
  typeFromAST,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import { type InputValue, isRequired } from './diff-inputs.js';

export interface Variables {
  readonly schema: GraphQLSchema;
  readonly definitions: ReadonlyMap<string, VariableDefinitionNode>;
}

/**
 * Does what an operation writes, or leaves out, at an argument still pass? The rules of
 * GraphQL's own validation, for one place.
 */
export function fitsLocation(
  value: ValueNode | undefined,
  location: InputValue,
  variables: Variables,
): boolean {
  if (value === undefined) return !isRequired(location);
  return fits(value, location.type, location.defaultValue !== undefined, variables);
}

function fits(
  value: ValueNode,
  type: GraphQLInputType,
  hasDefault: boolean,
  variables: Variables,
): boolean {
  if (value.kind === Kind.VARIABLE) {
    return variableFits(value.name.value, type, hasDefault, variables);
  }
  if (isNonNullType(type)) {
    return value.kind !== Kind.NULL && fits(value, type.ofType, false, variables);
  }
  if (value.kind === Kind.NULL) return true;
  if (isListType(type)) {
    const items = value.kind === Kind.LIST ? value.values : [value];
    return items.every((item) => fits(item, type.ofType, false, variables));
  }
  if (isInputObjectType(type)) {
    if (value.kind !== Kind.OBJECT) return false;
    const fields = type.getFields();
    const written = new Map(value.fields.map((field) => [field.name.value, field.value]));
    return (
      [...written.keys()].every((name) => Object.hasOwn(fields, name)) &&
      Object.values(fields).every((field) =>
        fitsLocation(written.get(field.name), field, variables),
      )
    );
  }
  return valueFromAST(value, type) !== undefined;
}

function variableFits(
  name: string,
  type: GraphQLInputType,
  hasDefault: boolean,
  { schema, definitions }: Variables,
): boolean {
  const definition = definitions.get(name);
  const given = definition && typeFromAST(schema, definition.type);
  if (definition === undefined || !isInputType(given)) return false;
  if (isNonNullType(type) && !isNonNullType(given)) {
    const hasOwnDefault =
      definition.defaultValue !== undefined && definition.defaultValue.kind !== Kind.NULL;
    return (hasOwnDefault || hasDefault) && isTypeSubTypeOf(schema, given, type.ofType);
  }
  return isTypeSubTypeOf(schema, given, type);
}
