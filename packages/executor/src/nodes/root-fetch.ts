import type { FetchNode } from '@passerelle/planner';
import type { CollectTargets } from '../collect-targets.js';
import type { CompileContext } from '../compile-plan.js';
import { failureOf } from '../failures.js';
import { type FetchedShape, fetchedShape, withAlignments } from '../fetched-shape.js';
import { isObject, type JsonObject, own } from '../json.js';
import { mergeObject } from '../merge.js';
import { type ApplyRewrites, compileRewrites, renamedKeys } from '../rewrites.js';
import { NOTHING_TO_APPLY, type Run, type Step } from '../run.js';
import { ask, errorsOf, invalidAnswer } from '../subgraph-failure.js';
import type { SubgraphRequest, SubgraphResponse } from '../subgraph-fetch.js';
import { compileVariables, type WriteVariables } from '../variables-text.js';

/** A fetch of root fields, ready to be asked and read. The subscription node uses it too. */
export interface RootFetch {
  request(run: Run): Omit<SubgraphRequest, 'signal'>;
  /** Puts an answer's data and errors into `targets`. */
  read(run: Run, response: SubgraphResponse, targets: readonly JsonObject[]): void;
  fail(run: Run, failure: ReturnType<typeof failureOf>, targets: readonly JsonObject[]): void;
}

export function compileRootFetch(node: FetchNode, context: CompileContext): RootFetch {
  const { partenaire } = node;
  const queryJson = JSON.stringify(node.operation);
  const variables: WriteVariables = compileVariables(node.variableUsages, context.sourceVariables);
  const rewrite: ApplyRewrites | null = compileRewrites(node.outputRewrites, context.schema);
  const renamed = renamedKeys(node.outputRewrites);
  const shape: FetchedShape = withAlignments(
    fetchedShape(node.operation),
    node.alignments,
    renamed,
  );
  const fail: RootFetch['fail'] = (run, failure, targets) => {
    for (const target of targets) {
      for (const key of shape.fields.keys()) {
        if (own(target, key) === undefined) run.failures.mark(target, key, failure);
      }
    }
  };
  return {
    request: (run) => ({
      partenaire,
      operationKind: node.operationKind,
      operationName: node.operationName,
      query: node.operation,
      queryJson,
      variables: variables(run, []),
    }),
    fail,
    read: (run, response, targets) => {
      const { data } = response;
      const errors = errorsOf(response);
      if (data !== null && data !== undefined && !isObject(data)) {
        fail(run, run.failures.add(invalidAnswer(partenaire)), targets);
        return;
      }
      if (isObject(data)) rewrite?.(data);
      if (!isObject(data)) {
        for (const error of errors) {
          const failure = run.failures.add(
            failureOf(error, partenaire, error.path?.slice(0, 1) ?? null, error.path?.slice(1)),
          );
          const [first] = error.path ?? [];
          if (typeof first === 'string') {
            for (const target of targets) {
              run.failures.mark(target, renamed.get(first) ?? first, failure);
              markMissing(run, shape, target, failure);
            }
          } else {
            fail(run, failure, targets);
          }
        }
        if (errors.length === 0) fail(run, run.failures.add(invalidAnswer(partenaire)), targets);
        return;
      }
      for (const error of errors) {
        placeError(run, data, error, error.path ?? [], partenaire, renamed);
      }
      for (const target of targets) {
        mergeObject(target, data, shape, {
          failures: run.failures,
          partenaire,
          isConcrete: context.isConcrete,
        });
      }
    },
  };
}

export function rootFetchStep(
  node: FetchNode,
  targets: CollectTargets | null,
  context: CompileContext,
): Step {
  const fetch = compileRootFetch(node, context);
  return {
    start: async (run) => {
      const found: JsonObject[] = [];
      if (targets === null) found.push(run.data);
      else targets(run.data, found);
      if (found.length === 0) return NOTHING_TO_APPLY;
      const response = await ask(run, fetch.request(run));
      return () => {
        if ('failure' in response) fetch.fail(run, response.failure, found);
        else fetch.read(run, response, found);
      };
    },
  };
}

/** What else a failed part would have given: told at the place of the failure. */
function markMissing(
  run: Run,
  shape: FetchedShape,
  target: JsonObject,
  failure: ReturnType<typeof failureOf>,
): void {
  for (const key of shape.fields.keys()) {
    if (own(target, key) === undefined) run.failures.mark(target, key, failure, true);
  }
}

/** Marks the null that an error explains; an error about a value that is there stands alone. */
export function placeError(
  run: Run,
  data: JsonObject,
  error: Parameters<typeof failureOf>[0],
  path: readonly (string | number)[],
  partenaire: string,
  renamed: ReadonlyMap<string, string>,
  prefix: readonly (string | number)[] | null = [],
): void {
  const source = path.map((key) => (typeof key === 'string' ? (renamed.get(key) ?? key) : key));
  let holder: unknown = data;
  for (const [depth, key] of source.entries()) {
    if (!isObject(holder) && !Array.isArray(holder)) break;
    const child: unknown = isObject(holder) ? own(holder, String(key)) : holder[Number(key)];
    if (child === null || child === undefined) {
      const failure = run.failures.add(
        failureOf(
          error,
          partenaire,
          prefix && [...prefix, ...source.slice(0, depth + 1)],
          source.slice(depth + 1),
        ),
      );
      run.failures.mark(holder, isObject(holder) ? String(key) : Number(key), failure);
      return;
    }
    holder = child;
  }
  run.failures.add(
    failureOf(error, partenaire, source.length === 0 || !prefix ? null : [...prefix, ...source]),
  );
}
