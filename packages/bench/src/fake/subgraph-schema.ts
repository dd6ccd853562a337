import { buildASTSchema, type DocumentNode, type GraphQLSchema, Kind, parse } from 'graphql';

/** A subgraph's SDL as a schema that also answers `_entities`. */
export function subgraphSchema(sdl: string): GraphQLSchema {
  const document = parse(sdl);
  const entities = [...keysIn(document).keys()];
  const machinery = parse(`
    scalar _Any
    union _Entity = ${entities.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
  `);
  const definitions = document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
  const [query, ...rest] = machinery.definitions.toReversed();
  const merged = definitions.map((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    definition.name.value === 'Query' &&
    query?.kind === Kind.OBJECT_TYPE_EXTENSION
      ? { ...definition, fields: [...(definition.fields ?? []), ...(query.fields ?? [])] }
      : definition,
  );
  return buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: [...merged, ...rest] },
    { assumeValidSDL: true },
  );
}

/** Fields of the first key of each entity, over all the subgraphs. */
export function entityKeys(sdls: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  for (const sdl of sdls) {
    for (const [typename, fields] of keysIn(parse(sdl))) keys.set(typename, fields);
  }
  return keys;
}

function keysIn(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const key = definition.directives?.find(({ name }) => name.value === 'key');
    const fields = key?.arguments?.find(({ name }) => name.value === 'fields')?.value;
    if (fields?.kind === Kind.STRING) keys.set(definition.name.value, fields.value.split(/\s+/));
  }
  return keys;
}
