import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
} from 'graphql';

/** The made-up partner through which a plan may begin at any entity. Never called. */
export const ENTRY_PARTNER = 'passerelle-entree';

const ENTRY_GRAPH = 'PASSERELLE_ENTREE';

export interface EntryPoints {
  /** The supergraph with one more partner, which gives each entity by a field of the root. */
  readonly supergraphSdl: string;
  readonly entities: ReadonlyMap<string, EntryPoint>;
}

export interface EntryPoint {
  readonly field: string;
  /** All fields of its simple keys. */
  readonly keys: readonly string[];
}

export function addEntryPoints(supergraphSdl: string): EntryPoints {
  const document = parse(supergraphSdl, { noLocation: true });
  const query = queryTypeName(document.definitions);
  const entities = new Map<string, EntryPoint & { readonly keySets: readonly string[] }>();
  const keyTypes = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const fields = new Map((definition.fields ?? []).map((field) => [field.name.value, field]));
    const keySets = new Set<string>();
    for (const join of definition.directives ?? []) {
      const key = join.name.value === 'join__type' ? text(join, 'key') : undefined;
      if (key !== undefined && !key.includes('{')) keySets.add(key);
    }
    const keys = [...new Set([...keySets].flatMap((key) => key.split(/[\s,]+/).filter(Boolean)))];
    if (keys.length === 0 || keys.some((key) => !fields.has(key))) continue;
    for (const key of keys) {
      const type = fields.get(key)?.type;
      const named = type?.kind === Kind.NON_NULL_TYPE ? type.type : type;
      if (named?.kind === Kind.NAMED_TYPE) keyTypes.add(named.name.value);
    }
    const name = definition.name.value;
    entities.set(name, { field: `_entree_${name}`, keys, keySets: [...keySets] });
  }
  const definitions = document.definitions.map((definition): DefinitionNode => {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph') {
      const value = directive('join__graph', { name: ENTRY_PARTNER, url: '' });
      return {
        ...definition,
        values: [
          ...(definition.values ?? []),
          {
            kind: Kind.ENUM_VALUE_DEFINITION,
            name: { kind: Kind.NAME, value: ENTRY_GRAPH },
            directives: [value],
          },
        ],
      };
    }
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      const entity = entities.get(definition.name.value);
      const isRoot = definition.name.value === query;
      if (entity === undefined && !isRoot) return definition;
      const graphs = joinedGraphs(definition.directives);
      const fields = (definition.fields ?? []).map((field) =>
        claimed(field, graphs, entity?.keys.includes(field.name.value) === true),
      );
      const joins =
        entity === undefined
          ? [join({})]
          : entity.keySets.map((key) => join({ key, resolvable: false }));
      return {
        ...definition,
        directives: [...(definition.directives ?? []), ...joins],
        fields: isRoot ? [...fields, ...[...entities].map(entryField)] : fields,
      };
    }
    if (!('name' in definition) || !keyTypes.has(definition.name?.value ?? '')) return definition;
    if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
      return { ...definition, directives: [...(definition.directives ?? []), join({})] };
    }
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      const value = directive('join__enumValue', {});
      return {
        ...definition,
        directives: [...(definition.directives ?? []), join({})],
        values: (definition.values ?? []).map((each) => ({
          ...each,
          directives: [...(each.directives ?? []), value],
        })),
      };
    }
    return definition;
  });
  return { supergraphSdl: print({ ...document, definitions }), entities };
}

function entryField([type, { field }]: [string, EntryPoint]): FieldDefinitionNode {
  return {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: field },
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    directives: [directive('join__field', {})],
  };
}

/** A field that says nothing is everyone's: it must not become the newcomer's. */
function claimed(
  field: FieldDefinitionNode,
  graphs: readonly string[],
  isKey: boolean,
): FieldDefinitionNode {
  const known = field.directives ?? [];
  const isSaid = known.some((each) => each.name.value === 'join__field');
  const others = isSaid ? [] : graphs.map((graph) => directive('join__field', {}, graph));
  const ours = isKey ? [directive('join__field', {})] : [];
  return { ...field, directives: [...known, ...others, ...ours] };
}

function joinedGraphs(directives: readonly ConstDirectiveNode[] | undefined): string[] {
  const graphs = (directives ?? [])
    .filter((each) => each.name.value === 'join__type')
    .map((each) => text(each, 'graph'))
    .filter((graph) => graph !== undefined);
  return [...new Set(graphs)];
}

function join(args: Readonly<Record<string, string | boolean>>): ConstDirectiveNode {
  return directive('join__type', args);
}

/** Every directive of ours names the made-up graph, but the one that declares it. */
function directive(
  name: string,
  args: Readonly<Record<string, string | boolean>>,
  graph = ENTRY_GRAPH,
): ConstDirectiveNode {
  const given = Object.entries(args).map(([key, value]) => ({
    kind: Kind.ARGUMENT as const,
    name: { kind: Kind.NAME as const, value: key },
    value:
      typeof value === 'boolean'
        ? { kind: Kind.BOOLEAN as const, value }
        : { kind: Kind.STRING as const, value },
  }));
  const graphArgument = {
    kind: Kind.ARGUMENT as const,
    name: { kind: Kind.NAME as const, value: 'graph' },
    value: { kind: Kind.ENUM as const, value: graph },
  };
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: name === 'join__graph' ? given : [graphArgument, ...given],
  };
}

function queryTypeName(definitions: readonly DefinitionNode[]): string {
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION) continue;
    const query = definition.operationTypes.find((each) => each.operation === 'query');
    if (query !== undefined) return query.type.name.value;
  }
  return 'Query';
}

function text(node: ConstDirectiveNode, name: string): string | undefined {
  const value = node.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}
