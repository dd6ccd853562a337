import { type FieldNode, Kind, print, type ValueNode } from 'graphql';

/**
 * Names a client's field: alias, name and arguments, whatever the order they are written in.
 * Index of `Plan.sourceKeys`. Fields that a valid document merges have the same signature.
 */
export function fieldSignature(field: FieldNode): string {
  const key = field.alias?.value ?? field.name.value;
  const args = (field.arguments ?? [])
    .map((argument) => `${argument.name.value}:${print(sorted(argument.value))}`)
    .sort();
  return args.length === 0
    ? `${key}:${field.name.value}`
    : `${key}:${field.name.value}(${args.join(',')})`;
}

/** Order of the fields of an input object means nothing. */
function sorted(value: ValueNode): ValueNode {
  if (value.kind === Kind.LIST) return { ...value, values: value.values.map(sorted) };
  if (value.kind !== Kind.OBJECT) return value;
  return {
    ...value,
    fields: value.fields
      .map((field) => ({ ...field, value: sorted(field.value) }))
      .sort((a, b) => (a.name.value < b.name.value ? -1 : 1)),
  };
}
