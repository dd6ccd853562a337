import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

/**
 * The smallest valid call of a mutation, from its input types alone: a refusal is then about
 * rights, and a new mutation is called without anyone writing how.
 *
 * @param ids - an existing value for each argument or input field of that name
 * @throws Error on a required value that nobody knows how to make up
 */
export function minimalMutation(
  field: GraphQLField<unknown, unknown>,
  ids: Readonly<Record<string, string>>,
): string {
  const args = field.args
    .filter(isRequiredArgument)
    .map(({ name, type }) => `${name}: ${literal(type, name, ids)}`);
  const payload = getNamedType(field.type);
  const refuses = isObjectType(payload) && Object.hasOwn(payload.getFields(), 'refus');
  const selection = refuses ? '__typename refus { code }' : '__typename';
  return `mutation { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} { ${selection} } }`;
}

function literal(
  type: GraphQLInputType,
  name: string,
  ids: Readonly<Record<string, string>>,
): string {
  if (isNonNullType(type)) return literal(type.ofType, name, ids);
  if (isListType(type)) return `[${literal(type.ofType, name, ids)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
      .filter(isRequiredInputField)
      .map((field) => `${field.name}: ${literal(field.type, field.name, ids)}`);
    return `{ ${fields.join(', ')} }`;
  }
  if (Object.hasOwn(ids, name)) return JSON.stringify(ids[name]);
  switch (type.name) {
    case 'Int':
    case 'Float':
      return '1';
    case 'Boolean':
      return 'true';
    // A name that designates nothing: the rules of the domain refuse it, and that is an answer.
    case 'ID':
    case 'String':
      return '"essai"';
    case 'Date':
      return '"2024-01-15"';
    case 'DateTime':
      return '"2024-01-15T09:30:00Z"';
    default:
      throw new Error(`No value is known for the required « ${name} » (${type.name}).`);
  }
}
