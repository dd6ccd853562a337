import type { Failure, Failures } from './failures.js';
import type { FetchedShape } from './fetched-shape.js';
import { isObject, type JsonObject, own, setOwn } from './json.js';

export interface MergeContext {
  readonly failures: Failures;
  readonly partenaire: string;
  readonly isConcrete: (typename: string) => boolean;
}

/** Adds to `target` what `source`, a partner's answer, gives. */
export function mergeObject(
  target: JsonObject,
  source: JsonObject,
  shape: FetchedShape | undefined,
  context: MergeContext,
): void {
  if (target === source) return;
  for (const key of Object.keys(source)) {
    const incoming = source[key];
    const existing = own(target, key);
    if (existing === undefined) {
      setOwn(target, key, incoming);
      continue;
    }
    if (incoming === null) {
      const mark = context.failures.isEmpty ? undefined : context.failures.at(source, key);
      if (mark) explain(existing, shape?.fields.get(key), mark.failure, context.failures);
      continue;
    }
    // Failed at one partner: what another has of it would be a part without its reason.
    if (existing === null && context.failures.at(target, key) !== undefined) continue;
    if (existing === incoming) continue;
    if (key === '__typename') {
      // A subgraph with `@interfaceObject` calls the object by its interface.
      if (typeof incoming === 'string' && context.isConcrete(incoming)) target[key] = incoming;
      continue;
    }
    setOwn(target, key, merged(existing, incoming, shape?.fields.get(key), context));
  }
  if (!context.failures.isEmpty) context.failures.move(source, target);
}

/** What the partner that failed would have added to the other's objects. */
function explain(
  existing: unknown,
  shape: FetchedShape | undefined,
  failure: Failure,
  failures: Failures,
): void {
  if (Array.isArray(existing)) for (const row of existing) explain(row, shape, failure, failures);
  if (!isObject(existing)) return;
  for (const key of shape?.fields.keys() ?? []) {
    if (own(existing, key) === undefined) failures.mark(existing, key, failure);
  }
}

function merged(
  existing: unknown,
  incoming: unknown,
  shape: FetchedShape | undefined,
  context: MergeContext,
): unknown {
  if (Array.isArray(existing) && Array.isArray(incoming)) {
    mergeLists(existing, incoming, shape, context);
    return existing;
  }
  if (isObject(existing) && isObject(incoming)) {
    const keys = shape?.keys;
    if (keys && !isSame(existing, incoming, keys, true)) refuse(existing, shape, context);
    else mergeObject(existing, incoming, shape, context);
    return existing;
  }
  return incoming;
}

/**
 * Two partners' rows of one list: the existing list rules, each incoming row goes to the row with
 * the same keys. A row without a counterpart keeps what it has, with an error for the rest.
 */
function mergeLists(
  existing: unknown[],
  incoming: unknown[],
  shape: FetchedShape | undefined,
  context: MergeContext,
): void {
  if (existing.length === incoming.length && matchInPlace(existing, incoming, shape)) {
    for (let i = 0; i < existing.length; i += 1) {
      const row = existing[i];
      existing[i] =
        row === null || incoming[i] === null ? row : merged(row, incoming[i], shape, context);
    }
    return;
  }
  const keys = shape?.keys ?? [];
  const waiting = new Map<string, JsonObject[]>();
  if (keys.length > 0) {
    for (const row of incoming) {
      if (!isObject(row)) continue;
      const name = nameOf(row, keys);
      if (name === null) continue;
      const same = waiting.get(name);
      if (same) same.push(row);
      else waiting.set(name, [row]);
    }
  }
  for (const row of existing) {
    if (!isObject(row)) continue;
    const name = nameOf(row, keys);
    const match = name === null ? undefined : waiting.get(name)?.shift();
    if (match === undefined) refuse(row, shape, context);
    else mergeObject(row, match, shape, context);
  }
}

/** Does each pair hold the same row, so that positions may be trusted? */
function matchInPlace(
  existing: readonly unknown[],
  incoming: readonly unknown[],
  shape: FetchedShape | undefined,
): boolean {
  return existing.every((row, i) => {
    const other = incoming[i];
    if (Array.isArray(row) && Array.isArray(other)) {
      return row.length === other.length && matchInPlace(row, other, shape);
    }
    if (row === null || other === null) return row === other;
    if (isObject(row) && isObject(other)) {
      return isSame(row, other, shape?.keys ?? commonLeaves(row, other), false);
    }
    return !isObject(row) && !isObject(other);
  });
}

function isSame(
  a: JsonObject,
  b: JsonObject,
  keys: readonly string[],
  withoutKeys: boolean,
): boolean {
  if (keys.length === 0) return withoutKeys;
  return keys.every((key) => own(a, key) === own(b, key));
}

function commonLeaves(a: JsonObject, b: JsonObject): string[] {
  return Object.keys(a).filter((key) => {
    const value = a[key];
    return key !== '__typename' && value !== null && typeof value !== 'object' && key in b;
  });
}

function nameOf(row: JsonObject, keys: readonly string[]): string | null {
  if (keys.length === 0) return null;
  return JSON.stringify(keys.map((key) => own(row, key) ?? null));
}

function refuse(row: JsonObject, shape: FetchedShape | undefined, context: MergeContext): void {
  const failure: Failure = context.failures.add({
    message:
      'Les originaux de deux partenaires diffèrent : cette valeur ne peut pas être rapprochée.',
    code: 'ORIGINAUX_DIFFERENTS',
    partenaire: context.partenaire,
    extensions: {},
    below: [],
    fallbackPath: null,
    reported: 0,
  });
  for (const key of shape?.fields.keys() ?? []) {
    if (own(row, key) === undefined) context.failures.mark(row, key, failure);
  }
}
