import { type FieldNode, getLocation } from 'graphql';
import type { ExecutionErrorCode } from './errors.js';
import type { ExecutionError } from './execution-result.js';
import type { Failure, Failures } from './failures.js';
import { isObject, own } from './json.js';

/** A partner away or a list out of step nulls many places: the rest is nulled without a word. */
export const MAX_ERRORS_PER_FAILURE = 100;

/** The answer being written: where we are in it, and the errors so far. */
export interface Answer {
  readonly failures: Failures;
  readonly introspection: Readonly<Record<string, unknown>> | null;
  readonly errors: ExecutionError[];
  /** Response path of the value being completed: the first `depth` items. */
  readonly path: (string | number)[];
  depth: number;
}

export interface Place {
  readonly node: FieldNode;
  readonly responseKeyOf: (sourceKey: string) => string;
}

/** An error of our own, at the current path. */
export function report(
  answer: Answer,
  place: Place,
  code: ExecutionErrorCode,
  message: string,
  partenaire?: string,
): void {
  answer.errors.push({
    message,
    ...locations(place.node),
    path: answer.path.slice(0, answer.depth),
    extensions: partenaire === undefined ? { code } : { code, partenaire },
  });
}

/** A partner's failure, told where it leaves the answer without a value. */
export function reportFailure(answer: Answer, place: Place, failure: Failure): void {
  failure.reported += 1;
  if (failure.reported > MAX_ERRORS_PER_FAILURE) return;
  answer.errors.push({
    message: failure.message,
    ...locations(place.node),
    path: [
      ...answer.path.slice(0, answer.depth),
      ...failure.below.map((key) => (typeof key === 'string' ? place.responseKeyOf(key) : key)),
    ],
    extensions: extensionsOf(failure),
  });
}

/**
 * What went wrong without emptying a place that the client asked for: an input of a `@requires`,
 * a second partner's copy of a field that is null already.
 */
export function reportRest(
  answer: Answer,
  data: unknown,
  responseKeyOf: (sourceKey: string) => string,
): void {
  const told = new Set(answer.errors.map((error) => JSON.stringify(error.path)));
  for (const failure of answer.failures.all) {
    if (failure.reported > 0) continue;
    failure.reported += 1;
    const path =
      failure.fallbackPath &&
      answered(
        data,
        failure.fallbackPath.map((key) => (typeof key === 'string' ? responseKeyOf(key) : key)),
      );
    if (path !== null && told.has(JSON.stringify(path))) continue;
    answer.errors.push({
      message: failure.message,
      ...(path === null ? {} : { path }),
      extensions: extensionsOf(failure),
    });
  }
}

/** As much of a path as the answer holds. */
function answered(data: unknown, path: readonly (string | number)[]): (string | number)[] | null {
  let holder = data;
  let length = 0;
  for (const key of path) {
    if (Array.isArray(holder) && typeof key === 'number' && key < holder.length) {
      holder = holder[key];
    } else if (isObject(holder) && own(holder, String(key)) !== undefined) {
      holder = own(holder, String(key));
    } else {
      break;
    }
    length += 1;
  }
  return length === 0 ? null : path.slice(0, length);
}

function extensionsOf(failure: Failure): ExecutionError['extensions'] {
  return { ...failure.extensions, code: failure.code, partenaire: failure.partenaire };
}

function locations(node: FieldNode): Pick<ExecutionError, 'locations'> {
  if (node.loc === undefined) return {};
  const { line, column } = getLocation(node.loc.source, node.loc.start);
  return { locations: [{ line, column }] };
}
