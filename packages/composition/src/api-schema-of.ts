import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type TypeNode,
} from 'graphql';
import { parseSupergraph } from './parse-supergraph.js';
import { type Breathe, buildSchemaInSlices } from './schema-in-slices.js';
import { readLinks } from './supergraph-links.js';

/**
 * The schema clients see, from any federation 2 supergraph (join v0.1 to v0.5): without what is
 * `@inaccessible` and without the vocabulary of federation. Introspectable. A type of it that has
 * hidden values or types names them in `extensions.hidden`: partners may give them, the executor
 * must know them from nonsense.
 *
 * @throws GraphQLError when the text is not SDL
 */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  const document = parseSupergraph(supergraphSdl);
  // The composer has validated the whole; unknown directives of other vendors must not stop us.
  return withHiddenNames(buildASTSchema(apiDocument(document), { assumeValidSDL: true }), document);
}

/**
 * The same in small pieces, for a thread that has requests to answer meanwhile.
 *
 * @throws GraphQLError when the text is not SDL
 */
export async function apiSchemaInSlices(
  supergraphSdl: string,
  breathe: Breathe,
): Promise<GraphQLSchema> {
  const document = parseSupergraph(supergraphSdl);
  await breathe();
  const visible = apiDocument(document);
  await breathe();
  return withHiddenNames(await buildSchemaInSlices(visible, breathe), document);
}

function withHiddenNames(schema: GraphQLSchema, document: DocumentNode): GraphQLSchema {
  for (const [name, hidden] of hiddenNames(document)) {
    const type = schema.getType(name);
    if (type) type.extensions = { ...type.extensions, hidden };
  }
  return schema;
}

/** Applied directives that mean something to clients. */
const PUBLIC_DIRECTIVES = new Set(['deprecated', 'specifiedBy', 'oneOf']);

const EXECUTABLE_LOCATIONS = new Set([
  'QUERY',
  'MUTATION',
  'SUBSCRIPTION',
  'FIELD',
  'FRAGMENT_DEFINITION',
  'FRAGMENT_SPREAD',
  'INLINE_FRAGMENT',
  'VARIABLE_DEFINITION',
]);

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

function apiDocument(document: DocumentNode): DocumentNode {
  const links = readLinks(document);
  const inaccessible = links.directiveName('inaccessible');
  const isHidden = (node: Directed): boolean =>
    (node.directives ?? []).some((directive) => directive.name.value === inaccessible);

  const hiddenTypes = new Set<string>();
  for (const definition of document.definitions) {
    if (isTypeDefinitionNode(definition)) {
      const name = definition.name.value;
      if (links.isFeature(name) || isHidden(definition)) hiddenTypes.add(name);
    }
  }

  const publicDirectives = (node: Directed): readonly ConstDirectiveNode[] =>
    (node.directives ?? []).filter((directive) => PUBLIC_DIRECTIVES.has(directive.name.value));
  const isVisibleType = (type: TypeNode): boolean => !hiddenTypes.has(namedType(type));
  const visibleNames = (types: readonly NamedTypeNode[] | undefined): NamedTypeNode[] =>
    (types ?? []).filter((type) => !hiddenTypes.has(type.name.value));
  const inputs = (
    nodes: readonly InputValueDefinitionNode[] | undefined,
  ): InputValueDefinitionNode[] =>
    (nodes ?? [])
      .filter((node) => !isHidden(node) && isVisibleType(node.type))
      .map((node) => ({ ...node, directives: publicDirectives(node) }));
  const fields = (nodes: readonly FieldDefinitionNode[] | undefined): FieldDefinitionNode[] =>
    (nodes ?? [])
      .filter((node) => !isHidden(node) && isVisibleType(node.type))
      .map((node) => ({
        ...node,
        arguments: inputs(node.arguments),
        directives: publicDirectives(node),
      }));

  const definitions: DefinitionNode[] = [];
  for (const definition of document.definitions) {
    if ('name' in definition && definition.name && hiddenTypes.has(definition.name.value)) continue;
    switch (definition.kind) {
      case Kind.SCHEMA_DEFINITION:
      case Kind.SCHEMA_EXTENSION:
        definitions.push({
          ...definition,
          directives: [],
          operationTypes: (definition.operationTypes ?? []).filter((operation) =>
            isVisibleType(operation.type),
          ),
        });
        break;
      case Kind.DIRECTIVE_DEFINITION: {
        const locations = definition.locations.filter((location) =>
          EXECUTABLE_LOCATIONS.has(location.value),
        );
        // Of a specification too, when clients may write it (`@composeDirective`).
        if (locations.length === 0 && !PUBLIC_DIRECTIVES.has(definition.name.value)) break;
        definitions.push({ ...definition, arguments: inputs(definition.arguments) });
        break;
      }
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_EXTENSION:
        definitions.push({ ...definition, directives: publicDirectives(definition) });
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        definitions.push({
          ...definition,
          directives: publicDirectives(definition),
          interfaces: visibleNames(definition.interfaces),
          fields: fields(definition.fields),
        });
        break;
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.UNION_TYPE_EXTENSION:
        definitions.push({
          ...definition,
          directives: publicDirectives(definition),
          types: visibleNames(definition.types),
        });
        break;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
        definitions.push({
          ...definition,
          directives: publicDirectives(definition),
          values: (definition.values ?? [])
            .filter((value) => !isHidden(value))
            .map((value) => ({ ...value, directives: publicDirectives(value) })),
        });
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        definitions.push({
          ...definition,
          directives: publicDirectives(definition),
          fields: inputs(definition.fields),
        });
        break;
      case Kind.OPERATION_DEFINITION:
      case Kind.FRAGMENT_DEFINITION:
      case Kind.DIRECTIVE_EXTENSION:
        break;
    }
  }
  return { kind: Kind.DOCUMENT, definitions };
}

/** Values of enums, members of unions and implementations of interfaces that clients don't see. */
function hiddenNames(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const inaccessible = readLinks(document).directiveName('inaccessible');
  const isHidden = (node: Directed): boolean =>
    (node.directives ?? []).some((directive) => directive.name.value === inaccessible);
  const found = new Map<string, string[]>();
  const add = (type: string, name: string): void => {
    found.set(type, [...(found.get(type) ?? []), name]);
  };
  const hiddenTypes = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      for (const value of definition.values ?? []) {
        if (isHidden(value)) add(definition.name.value, value.name.value);
      }
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !isHidden(definition)) continue;
    hiddenTypes.add(definition.name.value);
    for (const { name } of definition.interfaces ?? []) add(name.value, definition.name.value);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.UNION_TYPE_DEFINITION) continue;
    for (const { name } of definition.types ?? []) {
      if (hiddenTypes.has(name.value)) add(definition.name.value, name.value);
    }
  }
  return found;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
