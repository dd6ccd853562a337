import type { Rewrite, RewriteSegment } from '@passerelle/planner';
import type { GraphQLSchema } from 'graphql';
import { isObject, type JsonObject, own, setOwn } from './json.js';
import { typeTest } from './type-conditions.js';

/** Changes parsed JSON in place. */
export type ApplyRewrites = (value: unknown) => void;

export function compileRewrites(
  rewrites: readonly Rewrite[],
  schema: GraphQLSchema,
): ApplyRewrites | null {
  if (rewrites.length === 0) return null;
  const all = rewrites.map((rewrite) => compileRewrite(rewrite, schema));
  return (value) => {
    for (const apply of all) apply(value);
  };
}

/** Keys that answers carry for others: the planner's own alias -> the key it stands for. */
export function renamedKeys(rewrites: readonly Rewrite[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const rewrite of rewrites) {
    const last = rewrite.path.at(-1);
    if (rewrite.kind === 'RenameKey' && last?.kind === 'Key') renamed.set(last.key, rewrite.newKey);
  }
  return renamed;
}

function compileRewrite(rewrite: Rewrite, schema: GraphQLSchema): ApplyRewrites {
  const last = rewrite.path.at(-1);
  if (last?.kind !== 'Key') return () => {};
  const act = (object: JsonObject): void => {
    if (rewrite.kind === 'SetValue') {
      setOwn(object, last.key, rewrite.value);
      return;
    }
    const value = own(object, last.key);
    // The old key stays: taking it out would make the object slow, and nobody reads it.
    if (value !== undefined) setOwn(object, rewrite.newKey, value);
  };
  return rewrite.path.slice(0, -1).reduceRight<ApplyRewrites>(
    (next, segment) => descend(segment, next, schema),
    (value) => forEachObject(value, act),
  );
}

function descend(
  segment: RewriteSegment,
  next: ApplyRewrites,
  schema: GraphQLSchema,
): ApplyRewrites {
  if (segment.kind === 'Key') {
    return (value) => forEachObject(value, (object) => next(own(object, segment.key)));
  }
  const matches = typeTest(schema, segment.types);
  return (value) =>
    forEachObject(value, (object) => {
      const typename = object['__typename'];
      if (typeof typename !== 'string' || matches(typename)) next(object);
    });
}

function forEachObject(value: unknown, act: (object: JsonObject) => void): void {
  if (Array.isArray(value)) for (const item of value) forEachObject(item, act);
  else if (isObject(value)) act(value);
}
