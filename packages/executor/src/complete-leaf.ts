import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from 'graphql';

/** Gives the value as clients get it; undefined when the graph's schema doesn't admit it. */
export type CompleteLeaf = (value: unknown) => unknown;

export function compileLeaf(type: GraphQLLeafType): CompleteLeaf {
  if (isEnumType(type)) {
    // Of the API schema: a value that is not accessible is not one.
    const names = new Set(type.getValues().map((value) => value.name));
    return (value) => (typeof value === 'string' && names.has(value) ? value : undefined);
  }
  switch (type.name) {
    case GraphQLString.name:
      return (value) => (typeof value === 'string' ? value : serialized(GraphQLString, value));
    case GraphQLID.name:
      return (value) => (typeof value === 'string' ? value : serialized(GraphQLID, value));
    case GraphQLInt.name:
      return (value) => serialized(GraphQLInt, value);
    case GraphQLFloat.name:
      return (value) => (typeof value === 'number' ? value : serialized(GraphQLFloat, value));
    case GraphQLBoolean.name:
      return (value) => (typeof value === 'boolean' ? value : serialized(GraphQLBoolean, value));
    default:
      // A scalar of the partners' own: its owner has serialised it.
      return (value) => value;
  }
}

function serialized(type: { serialize: (value: unknown) => unknown }, value: unknown): unknown {
  try {
    return type.serialize(value);
  } catch {
    // Told as a leaf of the wrong kind, with its path.
    return undefined;
  }
}
