import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  validate,
} from 'graphql';
import { createRandom, type Random } from './random.js';

export interface GeneratedOperation {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

/** A valid operation drawn from a seed: aliases, fragments, conditions, variables, repetitions. */
export function generateOperation(
  schema: GraphQLSchema,
  seed: string,
  kind: 'query' | 'mutation' = 'query',
): GeneratedOperation {
  for (let attempt = 0; ; attempt += 1) {
    const operation = draw(schema, createRandom(`${seed}/${attempt}`), kind);
    if (validate(schema, parse(operation.document)).length === 0) return operation;
    if (attempt > 200) throw new Error(`no valid operation for seed ${seed}`);
  }
}

/** Names made to hurt. */
const ALIASES = [
  'a',
  'b',
  'id',
  '__proto__',
  'constructor',
  'code',
  'name',
  'toString',
  'upc',
  'c',
];

interface Drawing {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
}

function draw(
  schema: GraphQLSchema,
  random: Random,
  kind: 'query' | 'mutation',
): GeneratedOperation {
  const drawing: Drawing = { schema, random, definitions: [], variables: {}, fragments: [] };
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!root) throw new Error(`the schema has no ${kind}`);
  const selections = selectionSet(drawing, root, 0);
  const definitions = drawing.definitions.length > 0 ? `(${drawing.definitions.join(', ')})` : '';
  return {
    document: [`${kind}${definitions} ${selections}`, ...drawing.fragments].join('\n'),
    variables: drawing.variables,
  };
}

function selectionSet(drawing: Drawing, type: GraphQLCompositeType, depth: number): string {
  const { random, schema } = drawing;
  const selections: string[] = [];
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const count = 1 + random.below(depth === 0 ? 3 : 4);
  for (let i = 0; i < count && fields.length > 0; i += 1) {
    const field = random.pick(fields);
    const named = getNamedType(field.type);
    if (isCompositeType(named) && depth >= 5) continue;
    const alias = random.chance(0.25) ? `${random.pick(ALIASES)}: ` : '';
    const args = argumentsText(drawing, field.args);
    const inner = isCompositeType(named) ? ` ${selectionSet(drawing, named, depth + 1)}` : '';
    selections.push(`${alias}${field.name}${args}${condition(drawing)}${inner}`);
  }
  if (random.chance(0.2)) selections.push(random.chance(0.5) ? 't: __typename' : '__typename');
  if (isAbstractType(type)) {
    for (const possible of schema.getPossibleTypes(type)) {
      if (random.chance(0.6) && depth < 6) {
        selections.push(
          `... on ${possible.name}${condition(drawing)} ${selectionSet(drawing, possible, depth + 1)}`,
        );
      }
    }
  } else if (random.chance(0.15) && depth < 5) {
    if (random.chance(0.5)) {
      selections.push(`...${condition(drawing)} ${selectionSet(drawing, type, depth + 1)}`);
    } else {
      const name = `F${drawing.fragments.length}`;
      // Taken before the inner fragments are drawn.
      drawing.fragments.push('');
      const at = drawing.fragments.length - 1;
      drawing.fragments[at] =
        `fragment ${name} on ${type.name} ${selectionSet(drawing, type, depth + 1)}`;
      selections.push(`...${name}${condition(drawing)}`);
    }
  }
  if (selections.length === 0) selections.push('__typename');
  if (random.chance(0.1)) selections.push(random.pick(selections));
  return `{ ${selections.join(' ')} }`;
}

function condition(drawing: Drawing): string {
  const { random } = drawing;
  if (random.chance(0.85)) return '';
  const directive = random.pick(['skip', 'include']);
  if (random.chance(0.3)) return ` @${directive}(if: ${random.chance(0.5)})`;
  const name = random.pick(['si', 'sinon', 'toujours']);
  if (!(name in drawing.variables)) {
    drawing.variables[name] = random.chance(0.5);
    drawing.definitions.push(`$${name}: Boolean!`);
  }
  return ` @${directive}(if: $${name})`;
}

function argumentsText(drawing: Drawing, args: readonly GraphQLArgument[]): string {
  const given: string[] = [];
  for (const argument of args) {
    if (!isNonNullType(argument.type) && drawing.random.chance(0.4)) continue;
    if (drawing.random.chance(0.4)) {
      const name =
        drawing.random.chance(0.1) && !('representations' in drawing.variables)
          ? 'representations'
          : `v${drawing.definitions.length}`;
      const value = inputValue(drawing, argument.type, 0);
      if (drawing.random.chance(0.2) && !isNonNullType(argument.type)) {
        drawing.definitions.push(`$${name}: ${argument.type} = ${literal(value, argument.type)}`);
        if (name === 'representations') drawing.variables[name] = value;
      } else {
        drawing.definitions.push(`$${name}: ${argument.type}`);
        drawing.variables[name] = value;
      }
      given.push(`${argument.name}: $${name}`);
    } else {
      given.push(
        `${argument.name}: ${literal(inputValue(drawing, argument.type, 0), argument.type)}`,
      );
    }
  }
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function inputValue(drawing: Drawing, type: GraphQLInputType, depth: number): unknown {
  const { random } = drawing;
  if (isNonNullType(type)) return inputValue(drawing, type.ofType, depth);
  if (isListType(type)) {
    return Array.from({ length: random.below(3) }, () => inputValue(drawing, type.ofType, depth));
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const value: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      const isNeeded = isNonNullType(field.type) && field.defaultValue === undefined;
      if (isNeeded || (depth < 2 && random.chance(0.6))) {
        value[field.name] = inputValue(drawing, field.type, depth + 1);
      }
    }
    return value;
  }
  switch (type.name) {
    case 'Int':
      return random.below(100);
    case 'Float':
      return random.below(100) / 4;
    case 'Boolean':
      return random.chance(0.5);
    default:
      return `s"${random.below(100)}`;
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type) && Array.isArray(value)) {
    return `[${value.map((item) => literal(item, type.ofType)).join(', ')}]`;
  }
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
    const fields = type.getFields();
    const parts = Object.entries(value).map(([name, inner]) => {
      const field = fields[name];
      return field === undefined ? '' : `${name}: ${literal(inner, field.type)}`;
    });
    return `{${parts.join(', ')}}`;
  }
  return JSON.stringify(value);
}
