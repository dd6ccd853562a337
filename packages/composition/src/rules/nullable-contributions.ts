import { type FieldDefinitionNode, Kind } from 'graphql';
import type { CompositionError } from '../composition-result.js';
import { compositionError } from '../errors.js';
import type { ParsedSubgraph } from '../read-subgraphs.js';
import { standbyFields, standbyFor } from '../standby.js';
import { fieldsNodes, hasDirective, keyFieldNames } from '../type-nodes.js';

/**
 * What a partner adds to another's entity must be nullable: its outage then nulls that field
 * and nothing above it.
 */
export function nullableContributions(subgraphs: readonly ParsedSubgraph[]): CompositionError[] {
  const errors: CompositionError[] = [];
  for (const [type, holders] of sharedEntities(subgraphs)) {
    const owner = ownerOf(type, holders, subgraphs);
    for (const { partenaire, fields } of holders) {
      for (const field of fields) {
        const isContribution = partenaire !== owner || isNamedAfter(field, partenaire);
        if (!isContribution || field.type.kind !== Kind.NON_NULL_TYPE) continue;
        const coordonnee = `${type}.${field.name.value}`;
        errors.push(
          compositionError(
            'CONTRIBUTION_NON_NULLABLE',
            `« ${coordonnee} » est une contribution de « ${partenaire} » : elle doit pouvoir être nulle, pour que son absence n'efface pas le reste.`,
            { partenaire, coordonnee },
          ),
        );
      }
    }
  }
  return errors;
}

interface Holder {
  readonly partenaire: string;
  /** Fields of its own: neither key, nor standby, nor external, nor shared. */
  readonly fields: readonly FieldDefinitionNode[];
}

/** Entities that several partners define, in the order of the list. */
function sharedEntities(subgraphs: readonly ParsedSubgraph[]): Map<string, Holder[]> {
  const entities = new Map<string, Map<string, FieldDefinitionNode[]>>();
  // A field of anyone's key is what the entity is known by, not a contribution.
  const keysOf = new Map<string, Set<string>>();
  for (const { document } of subgraphs) {
    for (const type of fieldsNodes(document)) {
      const keys = keysOf.get(type.name.value) ?? new Set<string>();
      for (const key of keyFieldNames(type)) keys.add(key);
      keysOf.set(type.name.value, keys);
    }
  }
  for (const { partenaire, document } of subgraphs) {
    for (const type of fieldsNodes(document)) {
      const name = type.name.value;
      const keys = keysOf.get(name);
      if (keys === undefined || keys.size === 0) continue;
      if (standbyFor(type) !== undefined || hasDirective(type, 'shareable')) continue;
      const own = (type.fields ?? []).filter(
        (field) =>
          !keys.has(field.name.value) &&
          standbyFor(field) === undefined &&
          !hasDirective(field, 'external') &&
          !hasDirective(field, 'shareable'),
      );
      const holders = entities.get(name) ?? new Map<string, FieldDefinitionNode[]>();
      entities.set(name, holders);
      holders.set(partenaire, [...(holders.get(partenaire) ?? []), ...own]);
    }
  }
  const shared = new Map<string, Holder[]>();
  for (const [name, holders] of entities) {
    if (holders.size < 2) continue;
    shared.set(
      name,
      [...holders].map(([partenaire, fields]) => ({ partenaire, fields })),
    );
  }
  return shared;
}

/** The partner that others stand by for; else the first whose fields are not named after it. */
function ownerOf(
  type: string,
  holders: readonly Holder[],
  subgraphs: readonly ParsedSubgraph[],
): string | undefined {
  for (const subgraph of subgraphs) {
    const standby = standbyFields(subgraph).find((each) => each.type.name.value === type);
    if (standby !== undefined) return standby.de;
  }
  return holders.find(({ partenaire, fields }) =>
    fields.some((field) => !isNamedAfter(field, partenaire)),
  )?.partenaire;
}

/** `contributionPoleEmploi` is named after `pole-emploi`. */
function isNamedAfter(field: FieldDefinitionNode, partenaire: string): boolean {
  const suffix = partenaire
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return field.name.value.endsWith(suffix);
}
