import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

/** Does an object of type `typename` fall under one of `types`, abstract ones included? */
export type TypeTest = (typename: string) => boolean;

export function typeTest(schema: GraphQLSchema, types: readonly string[]): TypeTest {
  const names = new Set(types);
  for (const name of types) {
    const type = schema.getType(name);
    if (isAbstractType(type)) {
      for (const possible of schema.getPossibleTypes(type)) names.add(possible.name);
    }
  }
  return (typename) => names.has(typename);
}

/** Tells names of object types from those of interfaces, which `@interfaceObject` subgraphs give. */
export function concreteTypeTest(schema: GraphQLSchema): TypeTest {
  return (typename) => isObjectType(schema.getType(typename));
}
