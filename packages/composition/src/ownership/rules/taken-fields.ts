import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { directivesNamed, stringArgument } from '../../type-nodes.js';
import {
  belongingOf,
  type Candidate,
  coordinateOf,
  hasAccord,
  isKeyField,
  isOwn,
  type Rule,
  refuse,
} from '../candidate.js';
import type { DefinedType } from '../defined-types.js';
import { ownerOf } from '../owner-of.js';
import type { OwnershipRefusal } from '../ownership-refusal.js';
import { namedType } from '../shared-form.js';

/** `@override`, `@shareable`, `@provides` and `@requires` reach into what others answer for. */
export const takenFields: Rule = (candidate) => {
  const refusals: OwnershipRefusal[] = [];
  for (const type of candidate.types.values()) {
    refusals.push(...sharedTypes(candidate, type));
    for (const field of type.members) {
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      refusals.push(...takenField(candidate, type, field));
    }
  }
  return refusals;
};

function sharedTypes(candidate: Candidate, type: DefinedType): OwnershipRefusal[] {
  const belonging = belongingOf(candidate, type.name);
  if (belonging.kind !== 'AUTRUI') return [];
  return type.nodes
    .flatMap((node) => directivesNamed(node, 'shareable'))
    .filter(() => !hasAccord(candidate, 'SHAREABLE', type.name))
    .map((directive) =>
      refuse(candidate, 'SHAREABLE_SANS_ACCORD', type.name, directive, {
        proprietaire: belonging.proprietaire,
      }),
    );
}

function takenField(
  candidate: Candidate,
  type: DefinedType,
  field: FieldDefinitionNode,
): OwnershipRefusal[] {
  const refusals: OwnershipRefusal[] = [];
  const name = field.name.value;
  const coordonnee = coordinateOf(candidate, type.name, name);
  const proprietaire = ownerOf(candidate.carte, coordonnee);
  const isMine = isOwn(candidate, coordonnee);
  for (const directive of isMine ? [] : directivesNamed(field, 'override')) {
    if (hasAccord(candidate, 'OVERRIDE', coordonnee)) continue;
    refusals.push(
      refuse(candidate, 'OVERRIDE_SANS_ACCORD', coordonnee, directive, { proprietaire }),
    );
  }
  // Values are shared by their nature, and keys are everyone's.
  const isCommon =
    belongingOf(candidate, type.name).kind === 'PARTAGE' || isKeyField(candidate, type.name, name);
  for (const directive of isMine || isCommon ? [] : directivesNamed(field, 'shareable')) {
    if (hasAccord(candidate, 'SHAREABLE', coordonnee)) continue;
    refusals.push(
      refuse(candidate, 'SHAREABLE_SANS_ACCORD', coordonnee, directive, { proprietaire }),
    );
  }
  refusals.push(...reached(candidate, 'REQUIRES', type.name, directivesNamed(field, 'requires')));
  const given = namedType(field.type);
  refusals.push(...reached(candidate, 'PROVIDES', given, directivesNamed(field, 'provides')));
  return refusals;
}

/** Fields of others that a selection names, nested ones included. */
function reached(
  candidate: Candidate,
  nature: 'REQUIRES' | 'PROVIDES',
  typeName: string,
  directives: readonly ConstDirectiveNode[],
): OwnershipRefusal[] {
  const refusals: OwnershipRefusal[] = [];
  for (const directive of directives) {
    for (const coordonnee of coordinatesIn(candidate, typeName, directive)) {
      const [type = '', field = ''] = coordonnee.split('.');
      if (isOwn(candidate, coordonnee) || isKeyField(candidate, type, field)) continue;
      if (belongingOf(candidate, type).kind === 'PARTAGE') continue;
      if (hasAccord(candidate, nature, coordonnee)) continue;
      refusals.push(
        refuse(candidate, `${nature}_SANS_ACCORD`, coordonnee, directive, {
          proprietaire: ownerOf(candidate.carte, coordonnee),
        }),
      );
    }
  }
  return refusals;
}

function coordinatesIn(
  candidate: Candidate,
  typeName: string,
  directive: ConstDirectiveNode,
): string[] {
  const found: string[] = [];
  const walk = (type: string, selections: SelectionSetNode | undefined): void => {
    for (const selection of selections?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        found.push(`${type}.${selection.name.value}`);
        walk(resultOf(candidate, type, selection), selection.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.typeCondition?.name.value ?? type, selection.selectionSet);
      }
    }
  };
  try {
    const document = parse(`{ ${stringArgument(directive, 'fields') ?? ''} }`, {
      noLocation: true,
    });
    for (const node of document.definitions) {
      if (node.kind === Kind.OPERATION_DEFINITION) walk(typeName, node.selectionSet);
    }
  } catch {
    // Composition refuses a selection that can't be read.
  }
  return found;
}

/** What a partner selects, federation makes it declare (`@external`): its own text tells the types. */
function resultOf(candidate: Candidate, type: string, { name }: FieldNode): string {
  const field = candidate.types
    .get(type)
    ?.members.find((member) => member.name.value === name.value);
  return field?.kind === Kind.FIELD_DEFINITION ? namedType(field.type) : '';
}
