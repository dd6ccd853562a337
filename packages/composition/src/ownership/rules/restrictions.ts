import { type ConstDirectiveNode, Kind } from 'graphql';
import { standbyFor } from '../../standby.js';
import { directivesNamed } from '../../type-nodes.js';
import { belongingOf, type Candidate, isOwn, type Rule, refuse } from '../candidate.js';
import type { OwnershipRefusal } from '../ownership-refusal.js';

/** Composition merges these from every subgraph: one partner's word would bind all. */
const RESTRICTIONS = [
  'inaccessible',
  'authenticated',
  'requiresScopes',
  'policy',
  'tag',
  'deprecated',
  'cost',
  'listSize',
  'specifiedBy',
];

/** Who may not give a field may not hide, protect or deprecate it either. */
export const restrictions: Rule = (candidate) => {
  const refusals: OwnershipRefusal[] = [];
  for (const type of candidate.types.values()) {
    if (candidate.roots.has(type.name)) {
      // A root field of another is refused as a whole; the root itself is everyone's.
      for (const node of type.nodes) refusals.push(...found(candidate, type.name, node, undefined));
      continue;
    }
    const belonging = belongingOf(candidate, type.name);
    if (belonging.kind === 'SIEN') continue;
    const proprietaire = belonging.kind === 'AUTRUI' ? belonging.proprietaire : undefined;
    // The agreed form of a shared value says which of its members are deprecated.
    const agreed = belonging.kind === 'PARTAGE' ? ['deprecated'] : [];
    const isStandbyType = type.nodes.every((node) => standbyFor(node) !== undefined);
    for (const node of isStandbyType ? [] : type.nodes) {
      refusals.push(...found(candidate, type.name, node, proprietaire));
    }
    for (const member of type.members) {
      const coordonnee = `${type.name}.${member.name.value}`;
      const isStandby = isStandbyType || standbyFor(member) !== undefined;
      if (isStandby || isOwn(candidate, coordonnee)) continue;
      refusals.push(...found(candidate, coordonnee, member, proprietaire, agreed));
      if (member.kind !== Kind.FIELD_DEFINITION) continue;
      for (const argument of member.arguments ?? []) {
        const place = `${coordonnee}(${argument.name.value}:)`;
        refusals.push(...found(candidate, place, argument, proprietaire));
      }
    }
  }
  return refusals;
};

function found(
  candidate: Candidate,
  coordonnee: string,
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  proprietaire: string | undefined,
  agreed: readonly string[] = [],
): OwnershipRefusal[] {
  return RESTRICTIONS.filter((name) => !agreed.includes(name)).flatMap((name) =>
    directivesNamed(node, name).map((directive) =>
      refuse(candidate, 'RESTRICTION_SUR_AUTRUI', coordonnee, directive, {
        proprietaire,
        detail: name,
      }),
    ),
  );
}
