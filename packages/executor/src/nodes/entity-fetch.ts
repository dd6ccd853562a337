import type { BatchFetchNode, FetchNode, PathSegment, Rewrite } from '@passerelle/planner';
import { type CollectTargets, compileTargets } from '../collect-targets.js';
import type { CompileContext } from '../compile-plan.js';
import { type Failure, failureOf } from '../failures.js';
import { type FetchedShape, fetchedShape, withAlignments } from '../fetched-shape.js';
import { isObject, type JsonObject, own } from '../json.js';
import { type MergeContext, mergeObject } from '../merge.js';
import { compileRepresentation, type WriteRepresentation } from '../representations.js';
import { type ApplyRewrites, compileRewrites, renamedKeys } from '../rewrites.js';
import { NOTHING_TO_APPLY, type Run, type Step } from '../run.js';
import { ask, errorsOf, invalidAnswer } from '../subgraph-failure.js';
import type { SubgraphResponse } from '../subgraph-fetch.js';
import { compileVariables } from '../variables-text.js';
import { placeError } from './root-fetch.js';

/**
 * One call for the entities found at the given paths. Equal representations are sent once; what
 * comes back goes to every object that they stand for.
 */
export function entityFetchStep(
  node: FetchNode | BatchFetchNode,
  prefix: readonly PathSegment[],
  context: CompileContext,
): Step {
  const { partenaire } = node;
  const lists = compileLists(node, prefix, context);
  const queryJson = JSON.stringify(node.operation);
  const variables = compileVariables(node.variableUsages, context.sourceVariables);

  return {
    start: async (run) => {
      const asked = lists.map((list) => gather(run, list));
      if (asked.every((each) => each.targets.length === 0)) return NOTHING_TO_APPLY;
      const response = await ask(run, {
        partenaire,
        operationKind: node.operationKind,
        operationName: node.operationName,
        query: node.operation,
        queryJson,
        variables: variables(
          run,
          asked.map((each) => `${each.list.variableHead}[${each.texts.join(',')}]`),
        ),
      });
      return () => {
        if ('failure' in response) {
          for (const each of asked) failAll(run, each, response.failure);
          return;
        }
        read(run, asked, response, {
          failures: run.failures,
          partenaire,
          isConcrete: context.isConcrete,
        });
      };
    },
  };
}

interface EntityList {
  readonly alias: string;
  readonly variableHead: string;
  readonly collect: readonly CollectTargets[];
  readonly represent: WriteRepresentation;
  readonly rewrite: ApplyRewrites | null;
  readonly rewriteFromRoot: ApplyRewrites | null;
  readonly renamed: ReadonlyMap<string, string>;
  readonly shape: FetchedShape;
}

interface AskedList {
  readonly list: EntityList;
  /** JSON texts of the representations, each once. */
  readonly texts: string[];
  /** Objects that each representation stands for. */
  readonly targets: JsonObject[][];
}

function compileLists(
  node: FetchNode | BatchFetchNode,
  prefix: readonly PathSegment[],
  context: CompileContext,
): EntityList[] {
  const shape = fetchedShape(node.operation);
  const entities =
    node.kind === 'BatchFetch'
      ? node.entities
      : [
          {
            alias: '_entities',
            representationsVariable: 'representations',
            paths: [[]],
            requires: node.requires,
            inputRewrites: node.inputRewrites,
            outputRewrites: node.outputRewrites,
            alignments: node.alignments,
          },
        ];
  return entities.map((entity) => {
    // Some rewrites begin at the root of the data, others at the entity.
    const startsAtRoot = (rewrite: Rewrite): boolean => {
      const first = rewrite.path[0];
      return first?.kind === 'Key' && (first.key === entity.alias || first.key === '_entities');
    };
    const renamed = renamedKeys(entity.outputRewrites);
    const fromRoot = entity.outputRewrites
      .filter(startsAtRoot)
      .map((rewrite) => ({ ...rewrite, path: rewrite.path.slice(1) }));
    return {
      alias: entity.alias,
      variableHead: `${JSON.stringify(entity.representationsVariable)}:`,
      collect: entity.paths.map((path) => compileTargets([...prefix, ...path], context.schema)),
      represent: compileRepresentation(entity.requires, entity.inputRewrites, context.schema),
      rewrite: compileRewrites(
        entity.outputRewrites.filter((rewrite) => !startsAtRoot(rewrite)),
        context.schema,
      ),
      rewriteFromRoot: compileRewrites(fromRoot, context.schema),
      renamed,
      shape: withAlignments(
        shape.fields.get(entity.alias) ?? { fields: new Map(), keys: null },
        entity.alignments,
        renamed,
      ),
    };
  });
}

function gather(run: Run, list: EntityList): AskedList {
  const found: JsonObject[] = [];
  for (const collect of list.collect) collect(run.data, found);
  const texts: string[] = [];
  const targets: JsonObject[][] = [];
  const indexes = new Map<string, number>();
  for (const target of found) {
    const text = list.represent(target, run.failures);
    if (text === null) continue;
    if (typeof text !== 'string') {
      // What it needs failed earlier, and that is the reason to give here too.
      markEntity(run, list, target, text);
      continue;
    }
    const index = indexes.get(text);
    if (index === undefined) {
      indexes.set(text, texts.length);
      texts.push(text);
      targets.push([target]);
    } else {
      targets[index]?.push(target);
    }
  }
  return { list, texts, targets };
}

function read(
  run: Run,
  asked: readonly AskedList[],
  response: SubgraphResponse,
  merge: MergeContext,
): void {
  const { partenaire } = merge;
  const data = response.data;
  const errors = errorsOf(response);
  for (const each of asked) {
    if (each.targets.length === 0) continue;
    const { list } = each;
    const results: unknown = isObject(data) ? own(data, list.alias) : undefined;
    const entities: readonly unknown[] = Array.isArray(results) ? results : [];
    for (const entity of entities) {
      list.rewrite?.(entity);
      list.rewriteFromRoot?.(entity);
    }
    const ofList = errors.filter((error) => error.path?.[0] === list.alias);
    for (const error of ofList) placeEntityError(run, each, entities, error, partenaire);
    for (const [index, targets] of each.targets.entries()) {
      const entity = entities[index];
      if (!isObject(entity)) continue;
      for (const target of targets) mergeObject(target, entity, list.shape, merge);
    }
    if (!Array.isArray(results) && ofList.length === 0) {
      const general = errors.find((error) => error.path === undefined || error.path.length === 0);
      const failure = general ? failureOf(general, partenaire, null) : invalidAnswer(partenaire);
      failAll(run, each, run.failures.add(failure));
    }
  }
  const placed = new Set(asked.map((each) => each.list.alias));
  for (const error of errors) {
    const [first] = error.path ?? [];
    if (typeof first === 'string' && placed.has(first)) continue;
    // Already the reason of every missing entity, when there is no data at all.
    if (isObject(data)) run.failures.add(failureOf(error, partenaire, null));
  }
}

/** `["_entities", 3, "name"]` -> the objects that the fourth representation stands for. */
function placeEntityError(
  run: Run,
  asked: AskedList,
  entities: readonly unknown[],
  error: Parameters<typeof failureOf>[0],
  partenaire: string,
): void {
  const { list } = asked;
  const [, index, ...rest] = error.path ?? [];
  const targets = typeof index === 'number' ? asked.targets[index] : undefined;
  if (targets === undefined) {
    failAll(run, asked, run.failures.add(failureOf(error, partenaire, null)));
    return;
  }
  const entity = typeof index === 'number' ? entities[index] : undefined;
  if (isObject(entity)) {
    placeError(run, entity, error, rest, partenaire, list.renamed, null);
    return;
  }
  const [first, ...below] = rest;
  const failure = run.failures.add(failureOf(error, partenaire, null, below));
  for (const target of targets) {
    if (typeof first === 'string') {
      run.failures.mark(target, list.renamed.get(first) ?? first, failure);
      markEntity(run, list, target, failure, true);
    } else {
      markEntity(run, list, target, failure);
    }
  }
}

function failAll(run: Run, asked: AskedList, failure: Failure): void {
  for (const targets of asked.targets) {
    for (const target of targets) markEntity(run, asked.list, target, failure);
  }
}

function markEntity(
  run: Run,
  list: EntityList,
  target: JsonObject,
  failure: Failure,
  isShadow = false,
): void {
  for (const key of list.shape.fields.keys()) {
    if (own(target, key) === undefined) run.failures.mark(target, key, failure, isShadow);
  }
}
