import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Names of the types that clients send, and of those that they receive. */
export interface Positions {
  readonly sent: ReadonlySet<string>;
  readonly received: ReadonlySet<string>;
}

export function positionsOf(schema: GraphQLSchema): Positions {
  const sent = new Set<string>();
  const received = new Set<string>();
  const send = (inputs: readonly { readonly type: Parameters<typeof getNamedType>[0] }[]): void => {
    for (const { type } of inputs) {
      const named: GraphQLNamedType | undefined = getNamedType(type);
      if (named) sent.add(named.name);
    }
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type)) send(Object.values(type.getFields()));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      received.add(getNamedType(field.type).name);
      send(field.args);
    }
  }
  for (const directive of schema.getDirectives()) send(directive.args);
  return { sent, received };
}
