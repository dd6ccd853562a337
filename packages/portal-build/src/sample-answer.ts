import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  graphql,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';

const LIST_LENGTH = 3;

const SCALARS: Readonly<Record<string, unknown>> = {
  Boolean: true,
  Date: '2023-12-08',
  DateTime: '2023-12-08T10:00:00.000Z',
  Float: 50.4,
  Siret: '00000000000000',
};

/** Fields whose value must make sense for a page to be read, by `Type.field` or by field. */
const FIELDS: Readonly<Record<string, unknown>> = {
  'PageInfo.hasNextPage': false,
  'PageInfo.endCursor': null,
  edges: [],
  preuve: 'https://exemple.invalid/preuve',
  versionPubliee: null,
  etat: 'PUBLIEE',
};

const PAYLOAD: Readonly<Record<string, unknown>> = {
  contribution: null,
  refus: { code: 'SANS_SERVICE', message: 'Le module tourne seul : rien n’est enregistré.' },
};

/**
 * Answers any query from the shape of the graph alone: enough to see a page filled, never a figure
 * to believe.
 */
export function createSampleAnswers(
  sdl: string,
): (request: { query: string; variables?: Record<string, unknown> }) => Promise<unknown> {
  const schema = buildSchema(sdl);
  return ({ query, variables }) =>
    graphql({ schema, source: query, variableValues: variables, fieldResolver, rootValue: {} });
}

const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) => {
  const given: unknown =
    typeof source === 'object' && source !== null ? Reflect.get(source, info.fieldName) : undefined;
  if (given !== undefined) return given;
  const { parentType, fieldName } = info;
  const known = parentType.name.endsWith('Payload') ? PAYLOAD : FIELDS;
  for (const key of [`${parentType.name}.${fieldName}`, fieldName]) {
    if (Object.hasOwn(known, key)) return known[key];
  }
  return sample(info.returnType, fieldName, rankIn(source), args);
};

/** Where an element stands in its list, so that rows differ. */
function rankIn(source: unknown): number {
  const rank: unknown =
    typeof source === 'object' && source !== null ? Reflect.get(source, '__rank') : undefined;
  return typeof rank === 'number' ? rank : 0;
}

function sample(
  type: GraphQLOutputType,
  name: string,
  rank: number,
  args: Record<string, unknown>,
): unknown {
  if (isNonNullType(type)) return sample(type.ofType, name, rank, args);
  if (isListType(type)) {
    return Array.from({ length: LIST_LENGTH }, (_, at) => sample(type.ofType, name, at, {}));
  }
  if (isEnumType(type)) {
    const values = type.getValues();
    return values[rank % values.length]?.value;
  }
  if (!isScalarType(type)) return { ...pickKeys(args), __rank: rank };
  if (Object.hasOwn(SCALARS, type.name)) return SCALARS[type.name];
  if (type.name === 'Int') return rank + 3;
  if (type.name === 'ID') return `E0${rank + 1}`;
  return `${name}, exemple ${rank + 1}`;
}

/** What was asked by key comes back with that key. */
function pickKeys(args: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).filter(([, value]) => typeof value === 'string' && value !== ''),
  );
}
