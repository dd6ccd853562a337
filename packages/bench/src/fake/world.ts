import {
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { leafValue } from './leaf-value.js';
import { RELATIONS } from './relations.js';

type Thing = Readonly<Record<string, unknown>>;

/** Answers any operation of the graph, or of one partner's part of it, from nothing but its text. */
export interface World {
  /** @param root - what is known from outside: the event, for a subscription */
  answer(
    schema: GraphQLSchema,
    query: string,
    variables: Readonly<Record<string, unknown>> | undefined,
    root?: Thing,
  ): ExecutionResult;
}

const LIST_LENGTH = 3;

/**
 * One made-up world behind the partners: a value depends on its entity's key and its field only,
 * so that the whole graph asked at once and three partners asked in turn tell the same.
 *
 * @param keys - key fields of each entity
 */
export function createWorld(keys: ReadonlyMap<string, readonly string[]>): World {
  const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) => {
    const parent = isThing(source) ? source : {};
    const { fieldName } = info;
    if (fieldName === '_entities') return args['representations'];
    const known = parent[fieldName];
    if (known !== undefined) return known;
    const coordinate = `${info.parentType.name}.${fieldName}`;
    const relation = RELATIONS.get(coordinate);
    if (relation !== undefined) return relation(parent, args);
    const seed = `${identityOf(parent, info.parentType.name)}.${fieldName}${textOf(args)}`;
    return madeUp(info.returnType, seed, lengthOf(parent, args));
  };

  function identityOf(parent: Thing, typename: string): string {
    const fields = keys.get(typename);
    const { identity } = parent;
    if (fields === undefined) return typeof identity === 'string' ? identity : typename;
    return `${typename}:${fields.map((field) => String(parent[field])).join(':')}`;
  }

  function madeUp(type: GraphQLOutputType, seed: string, length: number): unknown {
    if (isNonNullType(type)) return madeUp(type.ofType, seed, length);
    if (isListType(type)) {
      return Array.from({ length }, (_, i) => madeUp(type.ofType, `${seed}/${i}`, length));
    }
    if (isLeafType(type)) return leafValue(type, seed);
    const own: Record<string, unknown> = { __typename: type.name, identity: seed, length };
    if (!isObjectType(type)) return own;
    for (const key of keys.get(type.name) ?? []) {
      const field = type.getFields()[key];
      if (field !== undefined) own[key] = madeUp(field.type, `${seed}.${key}`, length);
    }
    return own;
  }

  return {
    answer(schema, query, variables, root) {
      const result = execute({
        schema,
        document: parse(query),
        rootValue: root,
        variableValues: variables,
        fieldResolver: resolveField,
        typeResolver: (value) => (isThing(value) ? String(value['__typename']) : undefined),
      });
      if (result instanceof Promise) throw new TypeError('nothing here waits');
      return result;
    },
  };
}

/** A page is as long as it was asked; its items then have short lists. */
function lengthOf(parent: Thing, args: Thing): number {
  if (typeof args['first'] === 'number') return args['first'];
  const isPage = String(parent['__typename']).endsWith('Connection');
  return isPage && typeof parent['length'] === 'number' ? parent['length'] : LIST_LENGTH;
}

function textOf(args: Thing): string {
  const names = Object.keys(args).sort();
  return names.length === 0 ? '' : JSON.stringify(names.map((name) => [name, args[name]]));
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
