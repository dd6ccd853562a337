import type { CompositionError } from '../composition-result.js';
import { compositionError } from '../errors.js';
import type { ParsedSubgraph } from '../read-subgraphs.js';
import { directivesNamed, fieldsNodes, hasDirective, stringArgument } from '../type-nodes.js';

/**
 * An entity that a partner completes from others' fields (`@requires`) has a key that all its
 * partners know. Without one, the planning engine in place plans wrongly, and some operations
 * abort its process.
 */
export function commonKey(subgraphs: readonly ParsedSubgraph[]): CompositionError[] {
  const keysByType = new Map<string, Map<string, Set<string>>>();
  const needs = new Map<string, string>();
  for (const { partenaire, document } of subgraphs) {
    for (const type of fieldsNodes(document)) {
      const name = type.name.value;
      for (const key of directivesNamed(type, 'key')) {
        const holders = keysByType.get(name) ?? new Map<string, Set<string>>();
        keysByType.set(name, holders);
        const keys = holders.get(partenaire) ?? new Set<string>();
        holders.set(partenaire, keys);
        keys.add(canonical(stringArgument(key, 'fields') ?? ''));
      }
      if ((type.fields ?? []).some((field) => hasDirective(field, 'requires'))) {
        needs.set(name, partenaire);
      }
    }
  }
  const errors: CompositionError[] = [];
  for (const [type, partenaire] of needs) {
    const holders = [...(keysByType.get(type)?.values() ?? [])];
    const [first, ...others] = holders;
    if (first === undefined) continue;
    const isShared = [...first].some((key) => others.every((keys) => keys.has(key)));
    if (isShared) continue;
    errors.push(
      compositionError(
        'CLES_DIVERGENTES',
        `« ${type} » est complété avec @requires par « ${partenaire} », et aucune clé n'est connue de tous ses partenaires : donnez-lui une clé commune.`,
        { partenaire, coordonnee: type },
      ),
    );
  }
  return errors;
}

/** `code maille` and `maille  code` are the same key. */
function canonical(fields: string): string {
  return fields.includes('{')
    ? fields.replaceAll(/[\s,]+/g, ' ').trim()
    : fields
        .split(/[\s,]+/)
        .filter(Boolean)
        .sort()
        .join(' ');
}
