import type { ConstDirectiveNode, FieldDefinitionNode } from 'graphql';
import type { ParsedSubgraph } from './read-subgraphs.js';
import { type FieldsNode, fieldsNodes, stringArgument } from './type-nodes.js';

/** Our directive: this original answers when the partner `de` is missing. */
export const STANDBY_DIRECTIVE = 'secours';

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Partner that a field or type stands by for. */
export function standbyFor(node: Directed): string | undefined {
  const directive = node.directives?.find((each) => each.name.value === STANDBY_DIRECTIVE);
  return directive === undefined ? undefined : (stringArgument(directive, 'de') ?? '');
}

export interface StandbyField {
  readonly type: FieldsNode;
  readonly field: FieldDefinitionNode;
  readonly coordonnee: string;
  readonly de: string;
}

/** Standby fields of a subgraph; a type marked as a whole marks each of its fields. */
export function standbyFields(subgraph: ParsedSubgraph): StandbyField[] {
  const found: StandbyField[] = [];
  for (const type of fieldsNodes(subgraph.document)) {
    const ofType = standbyFor(type);
    for (const field of type.fields ?? []) {
      const de = standbyFor(field) ?? ofType;
      if (de !== undefined) {
        found.push({ type, field, coordonnee: `${type.name.value}.${field.name.value}`, de });
      }
    }
  }
  return found;
}

/**
 * Who stands in for whom: for each absent partner, the first available subgraph that holds
 * originals of its fields. One only, so that rows of two originals never mix.
 */
export function standIns(
  available: readonly ParsedSubgraph[],
  absents: readonly string[],
): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  for (const absent of absents) {
    const standIn = available.find((subgraph) =>
      standbyFields(subgraph).some((standby) => standby.de === absent),
    );
    if (standIn !== undefined) chosen.set(absent, standIn.partenaire);
  }
  return chosen;
}
