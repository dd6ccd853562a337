import { parse } from 'graphql';
import { belongingOf, type Candidate, type Rule, refuse } from '../candidate.js';
import { type DefinedType, definedTypes } from '../defined-types.js';
import type { OwnershipRefusal } from '../ownership-refusal.js';
import { memberForm } from '../shared-form.js';

/** A shared value type is the same everywhere, to the letter: nobody narrows or grows it alone. */
export const sharedValues: Rule = (candidate) => {
  const refusals: OwnershipRefusal[] = [];
  for (const type of candidate.types.values()) {
    const belonging = belongingOf(candidate, type.name);
    if (belonging.kind !== 'PARTAGE') continue;
    const agreed = definedTypes(parse(belonging.form, { noLocation: true })).get(type.name);
    if (agreed !== undefined) refusals.push(...compare(candidate, type, agreed));
  }
  return refusals;
};

function compare(candidate: Candidate, type: DefinedType, agreed: DefinedType): OwnershipRefusal[] {
  if (type.nature !== agreed.nature) {
    return [
      refuse(candidate, 'VALEUR_PARTAGEE_RETRECIE', type.name, type.first.name, {
        detail: 'sa nature même',
      }),
    ];
  }
  const refusals: OwnershipRefusal[] = [];
  const written = new Map(type.members.map((member) => [member.name.value, member]));
  for (const member of agreed.members) {
    const name = member.name.value;
    const mine = written.get(name);
    const detail = `« ${memberForm(member)} »`;
    if (mine === undefined) {
      refusals.push(
        refuse(candidate, 'VALEUR_PARTAGEE_RETRECIE', type.name, type.first.name, { detail }),
      );
    } else if (memberForm(mine) !== memberForm(member)) {
      refusals.push(
        refuse(candidate, 'VALEUR_PARTAGEE_RETRECIE', `${type.name}.${name}`, mine, { detail }),
      );
    }
  }
  const names = new Set(agreed.members.map((member) => member.name.value));
  for (const [name, member] of written) {
    if (names.has(name)) continue;
    refusals.push(
      refuse(candidate, 'VALEUR_PARTAGEE_CHANGEE', `${type.name}.${name}`, member, {
        detail: `« ${memberForm(member)} »`,
      }),
    );
  }
  for (const each of type.interfaces) {
    refusals.push(
      refuse(candidate, 'VALEUR_PARTAGEE_CHANGEE', type.name, each, {
        detail: `« implements ${each.name.value} »`,
      }),
    );
  }
  return refusals;
}
