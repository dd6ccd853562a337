import { Kind } from 'graphql';
import { hasDirective } from '../../type-nodes.js';
import { belongingOf, type Candidate, coordinateOf, type Rule, refuse } from '../candidate.js';
import { entry } from '../owner-of.js';
import type { OwnershipRefusal } from '../ownership-refusal.js';
import { namedType } from '../shared-form.js';

/** A mutation writes its partner's entities: it neither gives back nor names another's. */
export const ownMutations: Rule = (candidate) => {
  const refusals: OwnershipRefusal[] = [];
  const known = new Set([...Object.keys(candidate.carte.types), ...candidate.types.keys()]);
  for (const type of candidate.types.values()) {
    if (candidate.roots.get(type.name) !== 'Mutation') continue;
    for (const field of type.members) {
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      const taken =
        givenBack(candidate, namedType(field.type), new Set()) ??
        named(candidate, field.name.value, known);
      if (taken === undefined) continue;
      const coordonnee = coordinateOf(candidate, type.name, field.name.value);
      refusals.push(
        refuse(candidate, 'MUTATION_SUR_AUTRUI', coordonnee, field, {
          proprietaire: entry(candidate.carte.types, taken)?.partenaire,
          detail: taken,
        }),
      );
    }
  }
  return refusals;
};

function isForeign(candidate: Candidate, type: string): boolean {
  return belongingOf(candidate, type).kind === 'AUTRUI';
}

/** Another's type in the answer itself; beyond an entity of its own begins the graph that all read. */
function givenBack(candidate: Candidate, typeName: string, seen: Set<string>): string | undefined {
  if (isForeign(candidate, typeName)) return typeName;
  const type = candidate.types.get(typeName);
  if (type === undefined || seen.has(typeName)) return undefined;
  seen.add(typeName);
  if (type.nodes.some((node) => hasDirective(node, 'key'))) return undefined;
  const next = [
    ...type.members.flatMap((each) =>
      each.kind === Kind.FIELD_DEFINITION ? [namedType(each.type)] : [],
    ),
    ...type.nodes.flatMap((node) =>
      'types' in node ? (node.types ?? []).map((each) => each.name.value) : [],
    ),
  ];
  for (const each of next) {
    const taken = givenBack(candidate, each, seen);
    if (taken !== undefined) return taken;
  }
  return undefined;
}

/**
 * Another's type named by the mutation, by whole words: `supprimerInstances`. From each capital
 * the longest known name counts, so that `modifierContributionRegion` names `ContributionRegion`
 * and nothing inside it.
 */
function named(
  candidate: Candidate,
  mutation: string,
  known: ReadonlySet<string>,
): string | undefined {
  const words = (mutation.charAt(0).toUpperCase() + mutation.slice(1)).match(WORD) ?? [];
  for (let first = 0; first < words.length; first += 1) {
    for (let last = words.length; last > first; last -= 1) {
      const written = words.slice(first, last).join('');
      const name = [written, written.replace(/s$/, '')].find((each) => known.has(each));
      if (name === undefined) continue;
      if (isForeign(candidate, name)) return name;
      first = last - 1;
      break;
    }
  }
  return undefined;
}

const WORD = /[A-Z][a-z]*|[a-z]+|[0-9_]+/g;
