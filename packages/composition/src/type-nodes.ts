import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

/** A type with fields, defined or extended. */
export type FieldsNode =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;

export function fieldsNodes(document: DocumentNode): FieldsNode[] {
  return document.definitions.filter(isFieldsNode);
}

export function isFieldsNode(definition: DefinitionNode): definition is FieldsNode {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

/** Fields by type name, definition and extensions together. */
export function fieldsByType(
  document: DocumentNode,
): ReadonlyMap<string, ReadonlyMap<string, FieldDefinitionNode>> {
  const types = new Map<string, Map<string, FieldDefinitionNode>>();
  for (const node of fieldsNodes(document)) {
    const fields = types.get(node.name.value) ?? new Map<string, FieldDefinitionNode>();
    types.set(node.name.value, fields);
    for (const field of node.fields ?? []) fields.set(field.name.value, field);
  }
  return types;
}

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Directives called `name`, or `federation__name` when it was not imported. */
export function directivesNamed(node: Directed, name: string): ConstDirectiveNode[] {
  return (node.directives ?? []).filter(
    (directive) => directive.name.value === name || directive.name.value === `federation__${name}`,
  );
}

export function hasDirective(node: Directed, name: string): boolean {
  return directivesNamed(node, name).length > 0;
}

export function stringArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined;
}

export function booleanArgument(directive: ConstDirectiveNode, name: string): boolean | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

/** Names selected at the first level by a `@key(fields:)`. */
export function keyFieldNames(node: Directed): Set<string> {
  const names = new Set<string>();
  for (const key of directivesNamed(node, 'key')) {
    // What is inside braces belongs to nested objects.
    let depth = 0;
    for (const token of (stringArgument(key, 'fields') ?? '').match(/[{}]|[_A-Za-z]\w*/g) ?? []) {
      if (token === '{') depth += 1;
      else if (token === '}') depth -= 1;
      else if (depth === 0) names.add(token);
    }
  }
  return names;
}
