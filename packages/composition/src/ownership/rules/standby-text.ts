import { type ConstDirectiveNode, print } from 'graphql';
import { standbyFor } from '../../standby.js';
import { belongingOf, type Candidate, coordinateOf, type Rule, refuse } from '../candidate.js';
import type { DefinedType, MemberNode } from '../defined-types.js';
import { entry } from '../owner-of.js';
import type { OwnershipRefusal } from '../ownership-refusal.js';

/** Directives by which a field is protected or shown: a standby field bears its original's. */
const PROTECTION = new Set(
  'authenticated requiresScopes policy inaccessible tag deprecated cost listSize'.split(' '),
);

/** Standing by is for the common text, for the partner whose original answers, and as protected. */
export const standbyText: Rule = (candidate) => {
  const refusals: OwnershipRefusal[] = [];
  for (const type of candidate.types.values()) {
    const ofType = type.nodes.map((node) => standbyFor(node)).find((de) => de !== undefined);
    if (ofType !== undefined) {
      refusals.push(...standby(candidate, type.name, ofType, type.first));
    }
    for (const member of type.members) {
      const de = standbyFor(member) ?? ofType;
      if (de === undefined || isKey(candidate, type, member, ofType)) continue;
      const coordonnee = coordinateOf(candidate, type.name, member.name.value);
      refusals.push(...standby(candidate, coordonnee, de, member));
    }
  }
  return refusals;
};

/** In a type that stands by as a whole, the key is what it is known by. */
function isKey(
  candidate: Candidate,
  type: DefinedType,
  member: MemberNode,
  ofType: string | undefined,
): boolean {
  const belonging = belongingOf(candidate, type.name);
  return (
    ofType !== undefined &&
    belonging.kind === 'AUTRUI' &&
    Object.hasOwn(belonging.champsDeCle, member.name.value)
  );
}

function standby(
  candidate: Candidate,
  coordonnee: string,
  de: string,
  node: MemberNode | DefinedType['first'],
): OwnershipRefusal[] {
  const original = entry(candidate.carte.textesCommuns, coordonnee);
  if (original !== de || de === candidate.partenaire) {
    return [
      refuse(candidate, 'SECOURS_HORS_TEXTE_COMMUN', coordonnee, node, {
        proprietaire: original ?? de,
        detail: ` de « ${de} »`,
      }),
    ];
  }
  const expected = protectionOfOriginal(candidate, coordonnee, de);
  const written = protectionOf(node);
  if (expected === undefined || expected === written) return [];
  return [
    refuse(candidate, 'SECOURS_PROTECTION_DIFFERENTE', coordonnee, node, {
      proprietaire: de,
      detail: `${expected || 'rien'} attendu, ${written || 'rien'} lu`,
    }),
  ];
}

/** undefined when the owner's schema isn't there to compare with. */
function protectionOfOriginal(
  candidate: Candidate,
  coordonnee: string,
  de: string,
): string | undefined {
  const [typeName = '', name] = coordonnee.split('.');
  const type = candidate.others.get(de)?.get(typeName);
  if (type === undefined) return undefined;
  if (name === undefined) return type.nodes.map(protectionOf).filter(Boolean).join(' ');
  const member = type.members.find((each) => each.name.value === name);
  return member ? protectionOf(member) : undefined;
}

function protectionOf(node: {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}): string {
  return (node.directives ?? [])
    .filter((each) => PROTECTION.has(each.name.value.replace(/^federation__/, '')))
    .map((each) => print(each).replace(/^@federation__/, '@'))
    .sort()
    .join(' ');
}
