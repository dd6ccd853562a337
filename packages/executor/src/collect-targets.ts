import type { PathSegment } from '@passerelle/planner';
import type { GraphQLSchema } from 'graphql';
import { isObject, type JsonObject, reader } from './json.js';
import { typeTest } from './type-conditions.js';

/** Objects of the fetched data at a path of the plan, in the order of the answer. */
export type CollectTargets = (root: JsonObject, into: JsonObject[]) => void;

export function compileTargets(
  path: readonly PathSegment[],
  schema: GraphQLSchema,
): CollectTargets {
  return path.reduceRight<Walk>((next, segment) => step(segment, next, schema), take);
}

type Walk = (value: unknown, into: JsonObject[]) => void;

function take(value: unknown, into: JsonObject[]): void {
  if (isObject(value)) into.push(value);
  // A list without its own segment in the path is still a list.
  else if (Array.isArray(value)) for (const item of value) take(item, into);
}

function step(segment: PathSegment, next: Walk, schema: GraphQLSchema): Walk {
  switch (segment.kind) {
    case 'Field': {
      const read = reader(segment.key);
      return (value, into) => {
        if (isObject(value)) next(read(value), into);
        else if (Array.isArray(value)) {
          for (const item of value) if (isObject(item)) next(read(item), into);
        }
      };
    }
    case 'List': {
      const each: Walk = (value, into) => {
        if (!Array.isArray(value)) return;
        for (const item of value) {
          if (Array.isArray(item)) each(item, into);
          else next(item, into);
        }
      };
      return each;
    }
    case 'TypeCondition': {
      const matches = typeTest(schema, segment.types);
      return (value, into) => {
        if (!isObject(value)) return;
        const typename = value['__typename'];
        // Roots don't say their type, nor do objects that can only be of one.
        if (typeof typename !== 'string' || matches(typename)) next(value, into);
      };
    }
  }
}
