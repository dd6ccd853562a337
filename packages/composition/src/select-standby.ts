import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type TypeNode,
} from 'graphql';
import type { ParsedSubgraph } from './read-subgraphs.js';
import { STANDBY_DIRECTIVE, standbyFor } from './standby.js';
import { type FieldsNode, isFieldsNode, keyFieldNames } from './type-nodes.js';

/**
 * The subgraph as it enters the graph: originals standing by for a partner in `replaced` stay,
 * the others go, and the directive itself goes in both cases.
 */
export function selectStandby(
  subgraph: ParsedSubgraph,
  replaced: ReadonlySet<string>,
): DocumentNode {
  const isOut = (node: Parameters<typeof standbyFor>[0]): boolean => {
    const de = standbyFor(node);
    return de !== undefined && !replaced.has(de);
  };
  const kept: DefinitionNode[] = [];
  const outTypes: DefinitionNode[] = [];
  for (const definition of subgraph.document.definitions) {
    if (
      definition.kind === Kind.DIRECTIVE_DEFINITION &&
      definition.name.value === STANDBY_DIRECTIVE
    ) {
      continue;
    }
    if (isFieldsNode(definition)) {
      if (isOut(definition)) {
        outTypes.push(definition);
        continue;
      }
      const fields = (definition.fields ?? [])
        .filter((field) => !isOut(field))
        .map((field) => withoutStandbyMark(field));
      // A root type whose fields all stand by has nothing left to say.
      if (fields.length === 0 && (definition.fields ?? []).length > 0) continue;
      kept.push({ ...withoutStandbyMark(definition), fields });
      continue;
    }
    kept.push(definition);
  }
  return { kind: Kind.DOCUMENT, definitions: [...kept, ...references(kept, outTypes)] };
}

function withoutStandbyMark<T extends FieldsNode | FieldDefinitionNode>(node: T): T {
  return {
    ...node,
    directives: (node.directives ?? []).filter(
      (directive) => directive.name.value !== STANDBY_DIRECTIVE,
    ),
  };
}

/** An entity that is out but still named by a field that stays: only its key remains. */
function references(
  kept: readonly DefinitionNode[],
  outTypes: readonly DefinitionNode[],
): DefinitionNode[] {
  const named = new Set<string>();
  for (const definition of kept) {
    if (!isFieldsNode(definition)) continue;
    for (const field of definition.fields ?? []) named.add(namedType(field.type));
  }
  const found: DefinitionNode[] = [];
  for (const definition of outTypes) {
    if (!isFieldsNode(definition) || !named.has(definition.name.value)) continue;
    const keys = keyFieldNames(definition);
    if (keys.size === 0) {
      found.push(withoutStandbyMark(definition));
      continue;
    }
    found.push({
      ...withoutStandbyMark(definition),
      fields: (definition.fields ?? [])
        .filter((field) => keys.has(field.name.value))
        .map((field) => withoutStandbyMark(field)),
    });
  }
  return found;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
