import type { Failures } from './failures.js';
import type { JsonObject } from './json.js';
import type { SubgraphRequest, SubgraphResponse } from './subgraph-fetch.js';

/** One execution: what is fetched so far, and how to fetch more. */
export interface Run {
  readonly data: JsonObject;
  readonly failures: Failures;
  /** Coerced, by the client's names. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** JSON text of a variable, written once; undefined when it has no value. */
  readonly variableText: (name: string) => string | undefined;
  /** Throws SubgraphFailure, or what the host's port throws. */
  readonly call: (request: Omit<SubgraphRequest, 'signal'>) => Promise<SubgraphResponse>;
}

/** A compiled piece of the plan. */
export interface Step {
  /** Asks what has to be asked; what came back is in the run when `apply` has been called. */
  start(run: Run): Promise<Apply>;
}

/**
 * Puts what came back into the run. Apart from asking, so that neighbours of a Parallel are joined
 * in the order of the plan, whoever answers first: the same operation gives the same answer.
 */
export type Apply = () => void;

export const NOTHING_TO_APPLY: Apply = () => {};

export function variableTexts(
  variables: Readonly<Record<string, unknown>>,
): (name: string) => string | undefined {
  const texts = new Map<string, string>();
  return (name) => {
    const known = texts.get(name);
    if (known !== undefined) return known;
    const value = variables[name];
    if (value === undefined) return undefined;
    const text = JSON.stringify(value);
    texts.set(name, text);
    return text;
  };
}
