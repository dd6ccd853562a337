import { type InputValueDefinitionNode, Kind, print, type TypeNode } from 'graphql';
import type { DefinedType, MemberNode } from './defined-types.js';

/**
 * A shared value type in one fixed writing: members sorted, no description, no directive but `@deprecated`. Two texts that define the same type give the same.
 */
export function sharedForm(type: DefinedType): string {
  const members = type.members.map((member) => `  ${memberForm(member)}`).sort();
  const body = members.length > 0 ? ` {\n${members.join('\n')}\n}` : '';
  return `${KEYWORDS[type.nature]} ${type.name}${body}`;
}

const KEYWORDS = {
  OBJET: 'type',
  INTERFACE: 'interface',
  UNION: 'union',
  ENUMERATION: 'enum',
  ENTREE: 'input',
  SCALAIRE: 'scalar',
} as const;

/** `first: Int = 20`, `lieu(code: ID!): String`, `BTP`. */
export function memberForm(member: MemberNode): string {
  const name = member.name.value;
  const deprecated = (member.directives ?? [])
    .filter((directive) => directive.name.value === 'deprecated')
    .map((directive) => ` ${print(directive)}`)
    .join('');
  if (member.kind === Kind.ENUM_VALUE_DEFINITION) return `${name}${deprecated}`;
  if (member.kind === Kind.INPUT_VALUE_DEFINITION) return `${inputForm(member)}${deprecated}`;
  const args = (member.arguments ?? []).map(inputForm).sort();
  return `${name}${args.length > 0 ? `(${args.join(', ')})` : ''}: ${print(member.type)}${deprecated}`;
}

function inputForm(input: InputValueDefinitionNode): string {
  const byDefault = input.defaultValue ? ` = ${print(input.defaultValue)}` : '';
  return `${input.name.value}: ${print(input.type)}${byDefault}`;
}

export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
