import {
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type NamedTypeNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';
import type { NatureDeType } from './carte.js';

type TypeSystemNode = TypeDefinitionNode | TypeExtensionNode;

/** A field of an output or input type, or a value. */
export type MemberNode = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** A type as one text defines it, definition and extensions together. */
export interface DefinedType {
  readonly name: string;
  readonly nature: NatureDeType;
  readonly first: TypeSystemNode;
  readonly nodes: readonly TypeSystemNode[];
  readonly members: readonly MemberNode[];
  readonly interfaces: readonly NamedTypeNode[];
}

/** Types of a subgraph, without those that federation itself puts in a printed schema. */
export function definedTypes(document: DocumentNode): ReadonlyMap<string, DefinedType> {
  const byName = new Map<string, TypeSystemNode[]>();
  for (const node of document.definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    const name = node.name.value;
    if (isOfFederation(node)) continue;
    byName.set(name, [...(byName.get(name) ?? []), node]);
  }
  const types = new Map<string, DefinedType>();
  for (const [name, nodes] of byName) {
    const [first] = nodes;
    if (first === undefined) continue;
    types.set(name, {
      name,
      nature: natureOf(first),
      first,
      nodes,
      members: nodes.flatMap(membersOf),
      interfaces: nodes.flatMap((node) => ('interfaces' in node ? (node.interfaces ?? []) : [])),
    });
  }
  return types;
}

function membersOf(node: TypeSystemNode): readonly MemberNode[] {
  if ('fields' in node) return node.fields ?? [];
  return 'values' in node ? (node.values ?? []) : [];
}

/** `_Any`, `link__Import`, `_Service`: written by tools, never by a partner. */
function isOfFederation(node: TypeSystemNode): boolean {
  const name = node.name.value;
  const isLeaf =
    node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION;
  if (isLeaf) return /^(?:_Any|_FieldSet|FieldSet|(?:federation|link)__\w+)$/.test(name);
  if (node.kind === Kind.UNION_TYPE_DEFINITION) return name === '_Entity';
  return node.kind === Kind.OBJECT_TYPE_DEFINITION && name === '_Service';
}

function natureOf(node: TypeSystemNode): NatureDeType {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      return 'OBJET';
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_EXTENSION:
      return 'INTERFACE';
    case Kind.UNION_TYPE_DEFINITION:
    case Kind.UNION_TYPE_EXTENSION:
      return 'UNION';
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_EXTENSION:
      return 'ENUMERATION';
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return 'ENTREE';
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.SCALAR_TYPE_EXTENSION:
      return 'SCALAIRE';
  }
}
