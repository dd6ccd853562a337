import { GraphQLError, type GraphQLSchema, isUnionType } from 'graphql';

/**
 * Refuses a call for entities before the first of them is looked for, when one of the
 * representations is none.
 *
 * The library throws on the first that it can't read and leaves the lookups already begun to
 * themselves: what they fail with later is nobody's, and an error that is nobody's stops the
 * process.
 */
export function guardEntities(schema: GraphQLSchema): void {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const union = schema.getType('_Entity');
  if (field?.resolve === undefined || !isUnionType(union)) return;
  const names = new Set(union.getTypes().map(({ name }) => name));
  const resolve = field.resolve;
  field.resolve = (source, args, context, info) => {
    const representations: readonly unknown[] = args['representations'];
    representations.forEach((representation, index) => {
      if (!isRepresentation(representation, names)) {
        throw new GraphQLError(`representations[${index}] names no entity of this subgraph`, {
          extensions: { code: 'BAD_USER_INPUT' },
        });
      }
    });
    return resolve(source, args, context, info);
  };
}

function isRepresentation(value: unknown, names: ReadonlySet<string>): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    '__typename' in value &&
    typeof value.__typename === 'string' &&
    names.has(value.__typename)
  );
}
