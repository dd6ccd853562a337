import {
  buildASTSchema,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  parse,
} from 'graphql';
import { PlanningError } from './planner.js';

/** What planning needs to know of a supergraph beyond its types. */
export interface SupergraphModel {
  readonly schema: GraphQLSchema;
  /** Leaf fields without arguments that both partners give for `type`: its keys first. */
  commonLeaves(type: string, first: string, second: string): CommonLeaves;
  /** Whether the partner itself can give the field, without others' fields. */
  resolves(partner: string, type: string, field: string): boolean;
  /** An interface that some partner knows as an object only: that one can't say real types. */
  isInterfaceObject(type: string): boolean;
  /** Members that the partner has, of a union that not all its partners know whole; else null. */
  partialMembers(union: string, partner: string): ReadonlySet<string> | null;
  readonly hasPartialUnions: boolean;
}

export interface CommonLeaves {
  /** Fields of a `@key` that both know; empty when there is none. */
  readonly key: readonly string[];
  readonly leaves: readonly string[];
}

interface TypeRecord {
  readonly graphs: ReadonlySet<string>;
  /** Simple keys (no nested selection) by partner. */
  readonly keys: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Partners that resolve each leaf field without arguments. */
  readonly leaves: ReadonlyMap<string, ReadonlySet<string>>;
  /** Partners that resolve each field by themselves. */
  readonly resolvers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isInterfaceObject: boolean;
}

/** @throws PlanningError SUPERGRAPHE_INVALIDE */
export function readSupergraph(supergraphSdl: string): SupergraphModel {
  try {
    const document = parse(supergraphSdl, { noLocation: true });
    const schema = buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });
    const partners = new Map<string, string>();
    const types = new Map<string, TypeRecord>();
    const partialUnions = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();
    for (const definition of document.definitions) {
      if (
        definition.kind === Kind.ENUM_TYPE_DEFINITION &&
        definition.name.value === 'join__Graph'
      ) {
        for (const value of definition.values ?? []) {
          const graph = value.directives?.find((each) => each.name.value === 'join__graph');
          const name = graph && text(graph, 'name');
          partners.set(value.name.value, name ?? value.name.value);
        }
      }
    }
    if (partners.size === 0) throw new TypeError('no join__Graph: not a supergraph');
    for (const definition of document.definitions) {
      if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
        const members = membersByPartner(definition.directives ?? [], partners);
        const all = new Set([...members.values()].flatMap((each) => [...each]));
        if ([...members.values()].some((each) => each.size < all.size)) {
          partialUnions.set(definition.name.value, members);
        }
      }
      if (
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION
      ) {
        types.set(
          definition.name.value,
          typeRecord(definition.directives ?? [], definition.fields ?? [], partners, schema),
        );
      }
    }
    return {
      schema,
      commonLeaves: (type, first, second) => commonLeaves(types.get(type), first, second),
      resolves: (partner, type, field) =>
        types.get(type)?.resolvers.get(field)?.has(partner) === true,
      isInterfaceObject: (type) => types.get(type)?.isInterfaceObject === true,
      partialMembers: (union, partner) => partialUnions.get(union)?.get(partner) ?? null,
      hasPartialUnions: partialUnions.size > 0,
    };
  } catch (cause) {
    throw new PlanningError('SUPERGRAPHE_INVALIDE', 'Le supergraphe ne se lit pas.', { cause });
  }
}

function typeRecord(
  directives: readonly ConstDirectiveNode[],
  fields: readonly FieldDefinitionNode[],
  partners: ReadonlyMap<string, string>,
  schema: GraphQLSchema,
): TypeRecord {
  const partnerOf = (directive: ConstDirectiveNode): string | undefined => {
    const graph = text(directive, 'graph');
    return graph === undefined ? undefined : partners.get(graph);
  };
  const graphs = new Set<string>();
  const keys = new Map<string, string[][]>();
  for (const directive of directives) {
    if (directive.name.value !== 'join__type') continue;
    const partner = partnerOf(directive);
    if (partner === undefined) continue;
    graphs.add(partner);
    const key = text(directive, 'key');
    if (key === undefined || key.includes('{')) continue;
    keys.set(partner, [...(keys.get(partner) ?? []), key.split(/[\s,]+/).filter(Boolean)]);
  }
  const leaves = new Map<string, ReadonlySet<string>>();
  const resolvers = new Map<string, ReadonlySet<string>>();
  for (const field of fields) {
    const joins = (field.directives ?? []).filter((each) => each.name.value === 'join__field');
    const own = joins.filter(
      (join) =>
        flag(join, 'external') !== true &&
        flag(join, 'usedOverridden') !== true &&
        text(join, 'requires') === undefined &&
        text(join, 'overrideLabel') === undefined &&
        text(join, 'graph') !== undefined,
    );
    const givers =
      joins.length === 0
        ? graphs
        : new Set(own.map(partnerOf).filter((partner) => partner !== undefined));
    resolvers.set(field.name.value, givers);
    if ((field.arguments ?? []).length === 0 && isLeaf(field, schema)) {
      leaves.set(field.name.value, givers);
    }
  }
  const isInterfaceObject = directives.some((each) => flag(each, 'isInterfaceObject') === true);
  return { graphs, keys, leaves, resolvers, isInterfaceObject };
}

function membersByPartner(
  directives: readonly ConstDirectiveNode[],
  partners: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const directive of directives) {
    const partner = partners.get(text(directive, 'graph') ?? '');
    const member = text(directive, 'member');
    if (partner === undefined || member === undefined) continue;
    found.set(partner, (found.get(partner) ?? new Set()).add(member));
  }
  return found;
}

function commonLeaves(type: TypeRecord | undefined, first: string, second: string): CommonLeaves {
  if (type === undefined) return { key: [], leaves: [] };
  const leaves = [...type.leaves]
    .filter(([, graphs]) => graphs.has(first) && graphs.has(second))
    .map(([name]) => name);
  const known = new Set(leaves);
  const key = [...(type.keys.get(first) ?? []), ...(type.keys.get(second) ?? [])].find((each) =>
    each.every((name) => known.has(name)),
  );
  return { key: key ?? [], leaves };
}

function isLeaf(field: FieldDefinitionNode, schema: GraphQLSchema): boolean {
  const type = field.type.kind === Kind.NON_NULL_TYPE ? field.type.type : field.type;
  if (type.kind !== Kind.NAMED_TYPE) return false;
  const named = schema.getType(type.name.value)?.astNode;
  // Built-in scalars have no node.
  return (
    named == null ||
    named.kind === Kind.SCALAR_TYPE_DEFINITION ||
    named.kind === Kind.ENUM_TYPE_DEFINITION
  );
}

function text(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

function flag(directive: ConstDirectiveNode, name: string): boolean | undefined {
  const value = directive.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}
