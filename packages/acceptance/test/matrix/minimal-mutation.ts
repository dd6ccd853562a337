import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
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
 * @param donnes - GraphQL text of input fields that are given although they could be left out
 * @throws Error on a required value that nobody knows how to make up
 */
export function minimalMutation(
  field: GraphQLField<unknown, unknown>,
  ids: Readonly<Record<string, string>>,
  donnes: Readonly<Record<string, string>> = {},
): string {
  const args = field.args
    .filter(isRequiredArgument)
    .map(({ name, type }) => `${name}: ${literal(type, name, ids, donnes)}`);
  const payload = getNamedType(field.type);
  const refuses = isObjectType(payload) && Object.hasOwn(payload.getFields(), 'refus');
  const selection = refuses ? '__typename refus { code }' : '__typename';
  return `mutation { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} { ${selection} } }`;
}

/** Every argument and input field that such a call gives, by name. */
export function namesGiven(
  field: GraphQLField<unknown, unknown>,
  donnes: Readonly<Record<string, string>> = {},
): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (type: GraphQLInputType): void => {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return;
    for (const one of givenFields(named, donnes)) {
      names.add(one.name);
      walk(one.type);
    }
  };
  for (const { name, type } of field.args.filter(isRequiredArgument)) {
    names.add(name);
    walk(type);
  }
  return names;
}

function givenFields(
  type: GraphQLInputObjectType,
  donnes: Readonly<Record<string, string>>,
): readonly GraphQLInputField[] {
  return Object.values(type.getFields()).filter(
    (one) => isRequiredInputField(one) || Object.hasOwn(donnes, one.name),
  );
}

function literal(
  type: GraphQLInputType,
  name: string,
  ids: Readonly<Record<string, string>>,
  donnes: Readonly<Record<string, string>>,
): string {
  const donne = Object.hasOwn(donnes, name) ? donnes[name] : undefined;
  if (donne !== undefined) return donne;
  if (isNonNullType(type)) return literal(type.ofType, name, ids, donnes);
  if (isListType(type)) return `[${literal(type.ofType, name, ids, donnes)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const fields = givenFields(type, donnes).map(
      (field) => `${field.name}: ${literal(field.type, field.name, ids, donnes)}`,
    );
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
