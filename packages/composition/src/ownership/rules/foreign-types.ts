import { type FieldDefinitionNode, Kind, print } from 'graphql';
import { standbyFor } from '../../standby.js';
import { directivesNamed, hasDirective, stringArgument } from '../../type-nodes.js';
import {
  type Belonging,
  belongingOf,
  type Candidate,
  hasAccord,
  type Rule,
  refuse,
} from '../candidate.js';
import { canonicalKey } from '../canonical-key.js';
import type { DefinedType } from '../defined-types.js';
import { entry } from '../owner-of.js';
import type { OwnershipRefusal } from '../ownership-refusal.js';
import { partnerAtEnd, partnersIn } from '../partner-names.js';

type Foreign = Extract<Belonging, { readonly kind: 'AUTRUI' }>;

/** Another's type is touched in one way only: contributions on its own key. */
export const foreignTypes: Rule = (candidate) => {
  const refusals: OwnershipRefusal[] = [];
  for (const type of candidate.types.values()) {
    if (candidate.roots.has(type.name)) continue;
    const belonging = belongingOf(candidate, type.name);
    if (belonging.kind === 'SIEN') refusals.push(...reservedNames(candidate, type));
    if (belonging.kind === 'AUTRUI') refusals.push(...foreignType(candidate, type, belonging));
  }
  return refusals;
};

/** On its own types, a partner leaves the others the names that announce them. */
function reservedNames(candidate: Candidate, type: DefinedType): OwnershipRefusal[] {
  const refusals: OwnershipRefusal[] = [];
  const { partenaires, types } = candidate.carte;
  const isKnown = entry(types, type.name) !== undefined;
  const named = [...partnersIn(partenaires, type.name)].find(
    (code) => code !== candidate.partenaire,
  );
  if (!isKnown && named !== undefined) {
    refusals.push(
      refuse(candidate, 'NOM_RESERVE', type.name, type.first.name, { proprietaire: named }),
    );
  }
  const isEntity = type.nodes.some((node) => hasDirective(node, 'key'));
  for (const field of isEntity ? type.members : []) {
    const announced = partnerAtEnd(partenaires, field.name.value);
    if (announced === undefined || announced === candidate.partenaire) continue;
    refusals.push(
      refuse(candidate, 'NOM_RESERVE', `${type.name}.${field.name.value}`, field.name, {
        proprietaire: announced,
      }),
    );
  }
  return refusals;
}

function foreignType(
  candidate: Candidate,
  type: DefinedType,
  belonging: Foreign,
): OwnershipRefusal[] {
  const { proprietaire } = belonging;
  // Standing by for a whole type is another rule's matter.
  const isStandby = type.nodes.every((node) => standbyFor(node) !== undefined);
  const isSameNature = type.nature === belonging.nature;
  if (!isSameNature || (!isStandby && belonging.cles.length === 0)) {
    const detail = isSameNature ? '' : ', encore moins avec une autre nature';
    return [
      refuse(candidate, 'TYPE_D_AUTRUI', type.name, type.first.name, { proprietaire, detail }),
    ];
  }
  const refusals: OwnershipRefusal[] = [];
  for (const each of isStandby ? [] : type.interfaces) {
    const detail = ` (« implements ${each.name.value} »)`;
    refusals.push(refuse(candidate, 'TYPE_D_AUTRUI', type.name, each, { proprietaire, detail }));
  }
  refusals.push(...changedKeys(candidate, type, belonging));
  for (const member of type.members) {
    if (member.kind !== Kind.FIELD_DEFINITION) continue;
    refusals.push(...foreignField(candidate, type, belonging, member, isStandby));
  }
  return refusals;
}

function changedKeys(
  candidate: Candidate,
  type: DefinedType,
  { proprietaire, cles }: Foreign,
): OwnershipRefusal[] {
  const keys = type.nodes.flatMap((node) => directivesNamed(node, 'key'));
  const expected = cles.map((cle) => `« ${cle} »`).join(' ou ') || 'aucune clé';
  const refusals = keys
    .filter((key) => !cles.includes(canonicalKey(stringArgument(key, 'fields') ?? '')))
    .map((key) =>
      refuse(candidate, 'CLE_CHANGEE', type.name, key, {
        proprietaire,
        detail: `« ${stringArgument(key, 'fields') ?? ''} » lu, ${expected} attendu`,
      }),
    );
  if (keys.length === 0 && cles.length > 0) {
    refusals.push(
      refuse(candidate, 'CLE_CHANGEE', type.name, type.first.name, {
        proprietaire,
        detail: `aucune clé lue, ${expected} attendu`,
      }),
    );
  }
  return refusals;
}

function foreignField(
  candidate: Candidate,
  type: DefinedType,
  belonging: Foreign,
  field: FieldDefinitionNode,
  isStandbyType: boolean,
): OwnershipRefusal[] {
  const { proprietaire, champsDeCle } = belonging;
  const name = field.name.value;
  const coordonnee = `${type.name}.${name}`;
  const keyType = entry(champsDeCle, name);
  if (keyType !== undefined) {
    const written = print(field.type);
    if (written === keyType && (field.arguments ?? []).length === 0) return [];
    const detail = `« ${name} » est de type ${keyType}, sans argument`;
    return [refuse(candidate, 'CLE_CHANGEE', coordonnee, field, { proprietaire, detail })];
  }
  if (isStandbyType || standbyFor(field) !== undefined) return [];
  // Only named so that a @requires or @provides may speak of it: their rule decides.
  if (hasDirective(field, 'external')) return [];
  const announced = partnerAtEnd(candidate.carte.partenaires, name);
  if (announced === candidate.partenaire) {
    if (field.type.kind !== Kind.NON_NULL_TYPE) return [];
    return [
      refuse(candidate, 'CONTRIBUTION_NON_NULLABLE', coordonnee, field, {
        proprietaire,
        detail: print(field.type),
      }),
    ];
  }
  if (
    hasAccord(candidate, 'OVERRIDE', coordonnee) ||
    hasAccord(candidate, 'SHAREABLE', coordonnee)
  ) {
    return [];
  }
  if (announced !== undefined) {
    return [refuse(candidate, 'NOM_RESERVE', coordonnee, field.name, { proprietaire: announced })];
  }
  const isGiven = candidate.others
    .get(proprietaire)
    ?.get(type.name)
    ?.members.some((member) => member.name.value === name);
  if (isGiven) return [refuse(candidate, 'CHAMP_D_AUTRUI', coordonnee, field, { proprietaire })];
  return [
    refuse(candidate, 'CONTRIBUTION_SANS_SUFFIXE', coordonnee, field.name, {
      proprietaire,
      detail: `${name}${candidate.suffixe}`,
    }),
  ];
}
