import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { hash } from './random.js';

/**
 * A made-up world that every subgraph and the reference see alike: the value of a field depends
 * only on its object, its name and its arguments. So an answer joined from several subgraphs must
 * equal the one graphql-js gives from the merged schema.
 */
export interface World {
  /** Value of `type.field` of `thing`, as its resolver returns it. */
  value(thing: Thing, field: string, type: GraphQLOutputType, args: object): unknown;
  /** What a `@requires(fields:)` selects of a thing. */
  inputs(thing: Thing, fields: string): unknown;
}

/** An object of the world. Entities are found again by their keys, which hold type and number. */
export interface Thing {
  readonly typename: string;
  readonly id: string;
}

export interface WorldOptions {
  readonly seed: string;
  /** The merged schema, which knows every type. */
  readonly schema: GraphQLSchema;
  /** Fields of keys, by type: their values must lead back to the object. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  readonly nulls: number;
  /** Part of the fields whose resolver throws. */
  readonly errors: number;
}

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'typename' in value && 'id' in value;
}

/** `User.upc#3` -> the user 3, whatever the key; a number is the number of its type's. */
export function thingOfKey(key: unknown, ofType: string): Thing | null {
  if (typeof key === 'number') return { typename: ofType, id: String(key) };
  if (typeof key !== 'string') return null;
  const [typename, rest] = key.split('.');
  const id = rest?.split('#')[1];
  return typename === undefined || id === undefined ? null : { typename, id };
}

export function createWorld({ seed, schema, keys, nulls, errors }: WorldOptions): World {
  const part = (text: string): number => hash(text) / 4294967296;

  const make = (type: GraphQLOutputType, name: string): unknown => {
    if (isNonNullType(type)) return make(type.ofType, `${name}!`) ?? make(type.ofType, `${name}~`);
    if (part(`null ${name}`) < nulls && !name.endsWith('~')) return null;
    if (isListType(type)) {
      const length = hash(`length ${name}`) % 4;
      return Array.from({ length }, (_, i) => make(type.ofType, `${name}[${i}]`));
    }
    if (isEnumType(type)) {
      const values = type.getValues();
      return values[hash(name) % values.length]?.name;
    }
    if (isLeafType(type)) {
      switch (type.name) {
        case 'Int':
          return hash(name) % 1000;
        case 'Float':
          return (hash(name) % 1000) / 8;
        case 'Boolean':
          return hash(name) % 2 === 0;
        default:
          return `v${hash(name) % 100000}`;
      }
    }
    const possible =
      isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : [type];
    const chosen = possible[hash(`type ${name}`) % possible.length];
    if (chosen === undefined) return null;
    const isEntity = keys.has(chosen.name);
    return {
      typename: chosen.name,
      id: isEntity ? String(hash(name) % 6) : String(hash(name)),
    } satisfies Thing;
  };

  const value: World['value'] = (thing, field, type, args) => {
    if (keys.get(thing.typename)?.has(field) === true) {
      const named = getNamedType(type);
      if (isEnumType(named)) {
        const values = named.getValues();
        return values[Number(thing.id) % values.length]?.name;
      }
      if (named.name === 'Int') return Number(thing.id);
      return `${thing.typename}.${field}#${thing.id}`;
    }
    const name = `${seed} ${thing.typename} ${thing.id} ${field} ${JSON.stringify(args)}`;
    if (part(`error ${name}`) < errors) {
      throw new Error(`${thing.typename}.${field} of ${thing.id} failed`);
    }
    return make(type, name);
  };

  /** As graphql-js would: what fails is null, and null goes up from where it is not admitted. */
  const select = (
    value_: unknown,
    type: GraphQLOutputType,
    set: SelectionSetNode | undefined,
  ): unknown => {
    if (isNonNullType(type)) {
      const inner = select(value_, type.ofType, set);
      if (inner === null) throw new Error('null where it is not admitted');
      return inner;
    }
    if (value_ === null || value_ === undefined) return null;
    if (isListType(type) && Array.isArray(value_)) {
      return settled(() => value_.map((item) => select(item, type.ofType, set)));
    }
    return set === undefined || !isThing(value_) ? value_ : settled(() => selectThing(value_, set));
  };
  const selectThing = (thing: Thing, set: SelectionSetNode): Record<string, unknown> => {
    const out: Record<string, unknown> = {};
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const type = fieldOf(schema, thing.typename, name);
        if (type === null) continue;
        const get = () =>
          select(value(thing, name, type, argsOf(selection)), type, selection.selectionSet);
        out[name] = isNonNullType(type) ? get() : settled(get);
      } else if (
        selection.kind === Kind.INLINE_FRAGMENT &&
        covers(schema, selection.typeCondition?.name.value, thing.typename)
      ) {
        Object.assign(out, selectThing(thing, selection.selectionSet));
      }
    }
    return out;
  };

  return { value, inputs: (thing, fields) => selectThing(thing, selectionOf(fields)) };
}

/** What a subgraph received, cut to the same selection. */
export function received(value: unknown, fields: string, schema: GraphQLSchema): unknown {
  const cut = (each: unknown, set: SelectionSetNode): unknown => {
    if (Array.isArray(each)) return each.map((item) => cut(item, set));
    if (typeof each !== 'object' || each === null) return each;
    const source = new Map(Object.entries(each));
    const out: Record<string, unknown> = {};
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const inner = source.get(selection.name.value);
        const known = source.has(selection.name.value) ? inner : 'MISSING';
        out[selection.name.value] = selection.selectionSet
          ? cut(known, selection.selectionSet)
          : known;
      } else if (
        selection.kind === Kind.INLINE_FRAGMENT &&
        covers(schema, selection.typeCondition?.name.value, String(source.get('__typename')))
      ) {
        const inner = cut(each, selection.selectionSet);
        if (typeof inner === 'object' && inner !== null) Object.assign(out, inner);
      }
    }
    return out;
  };
  return cut(value, selectionOf(fields));
}

function settled(get: () => unknown): unknown {
  try {
    return get();
  } catch {
    return null;
  }
}

function selectionOf(fields: string): SelectionSetNode {
  const definition = parse(`{ ${fields} }`).definitions[0];
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`not a selection: ${fields}`);
  return definition.selectionSet;
}

function argsOf(field: FieldNode): Record<string, unknown> {
  return Object.fromEntries(
    (field.arguments ?? []).map((argument) => [
      argument.name.value,
      argument.value.kind === Kind.INT
        ? Number(argument.value.value)
        : 'value' in argument.value
          ? argument.value.value
          : null,
    ]),
  );
}

function fieldOf(schema: GraphQLSchema, typename: string, field: string): GraphQLOutputType | null {
  const type = schema.getType(typename);
  return isObjectType(type) ? (type.getFields()[field]?.type ?? null) : null;
}

function covers(schema: GraphQLSchema, condition: string | undefined, typename: string): boolean {
  if (condition === undefined || condition === typename) return true;
  const type = schema.getType(condition);
  const actual = schema.getType(typename);
  return (
    (isInterfaceType(type) || isUnionType(type)) &&
    isObjectType(actual) &&
    schema.isSubType(type, actual)
  );
}
