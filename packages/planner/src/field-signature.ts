import { type FieldNode, print } from 'graphql';

/** Names a client's field: alias, name and arguments as written. Index of `Plan.sourceKeys`. */
export function fieldSignature(field: FieldNode): string {
  const key = field.alias?.value ?? field.name.value;
  const args = (field.arguments ?? []).map((argument) => print(argument));
  return args.length === 0
    ? `${key}:${field.name.value}`
    : `${key}:${field.name.value}(${args.sort().join(',')})`;
}
