import { type FieldDefinitionNode, Kind, print } from 'graphql';
import { standbyFor } from '../../standby.js';
import { type Candidate, coordinateOf, hasAccord, type Rule, refuse } from '../candidate.js';
import { ownerOf } from '../owner-of.js';
import type { OwnershipRefusal } from '../ownership-refusal.js';
import { partnersIn } from '../partner-names.js';
import { isFederationRootField } from '../root-types.js';

/** The root is common ground: names are given by the map, or say whose they are. */
export const rootFields: Rule = (candidate) => {
  const refusals: OwnershipRefusal[] = [];
  for (const type of candidate.types.values()) {
    if (!candidate.roots.has(type.name)) continue;
    const isStandbyType = type.nodes.every((node) => standbyFor(node) !== undefined);
    for (const field of type.members) {
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      if (isStandbyType || standbyFor(field) !== undefined) continue;
      if (isFederationRootField(field.name.value)) continue;
      const coordonnee = coordinateOf(candidate, type.name, field.name.value);
      refusals.push(...rootField(candidate, coordonnee, field));
    }
  }
  return refusals;
};

function rootField(
  candidate: Candidate,
  coordonnee: string,
  field: FieldDefinitionNode,
): OwnershipRefusal[] {
  const refusals: OwnershipRefusal[] = [];
  const { carte, partenaire } = candidate;
  const owner = ownerOf(carte, coordonnee);
  const isAgreed =
    hasAccord(candidate, 'OVERRIDE', coordonnee) || hasAccord(candidate, 'SHAREABLE', coordonnee);
  if (owner === undefined) {
    // Several partners in one name: whose it is can't be read.
    const [rival] = [...partnersIn(carte.partenaires, field.name.value)].filter(
      (code) => code !== partenaire,
    );
    refusals.push(
      rival === undefined
        ? refuse(candidate, 'RACINE_NON_ATTRIBUEE', coordonnee, field.name)
        : refuse(candidate, 'RACINE_D_AUTRUI', coordonnee, field.name, { proprietaire: rival }),
    );
  } else if (owner !== partenaire && !isAgreed) {
    refusals.push(
      refuse(candidate, 'RACINE_D_AUTRUI', coordonnee, field.name, { proprietaire: owner }),
    );
  }
  if (field.type.kind === Kind.NON_NULL_TYPE) {
    const detail = print(field.type);
    refusals.push(refuse(candidate, 'CONTRIBUTION_NON_NULLABLE', coordonnee, field, { detail }));
  }
  return refusals;
}
