import type * as rust from '@graphql-hive/router-query-planner';
import type {
  FetchNode,
  PathSegment,
  PlanNode,
  RequiresSelection,
  Rewrite,
  RewriteSegment,
} from './plan.js';
import { PlanningError } from './planner.js';

/** The one place that knows the JSON of the Rust planner. */
export function fromRustPlan(node: rust.PlanNode): PlanNode {
  switch (node.kind) {
    case 'Fetch':
      return fromFetch(node);
    case 'BatchFetch':
      return {
        kind: 'BatchFetch',
        partenaire: node.serviceName,
        operationKind: node.operationKind ?? 'query',
        operationName: node.operationName ?? null,
        operation: node.operation,
        variableUsages: node.variableUsages ?? [],
        entities: node.entityBatch.aliases.map((alias) => ({
          alias: alias.alias,
          representationsVariable: alias.representationsVariableName,
          paths: alias.paths.map((path) => path.map(fromSegment)),
          ...fromInputs(alias.requires, alias.inputRewrites),
          outputRewrites: (alias.outputRewrites ?? []).map(fromRewrite),
          alignments: [],
        })),
      };
    case 'Flatten':
      return {
        kind: 'Flatten',
        path: node.path.map(fromSegment),
        node: fromRustPlan(node.node),
      };
    case 'Sequence':
      return { kind: 'Sequence', nodes: node.nodes.map(fromRustPlan) };
    case 'Parallel':
      return { kind: 'Parallel', nodes: node.nodes.map(fromRustPlan) };
    case 'Condition':
      return {
        kind: 'Condition',
        variable: node.condition,
        ifTrue: node.ifClause ? fromRustPlan(node.ifClause) : null,
        ifFalse: node.elseClause ? fromRustPlan(node.elseClause) : null,
      };
    case 'Subscription':
      return { kind: 'Subscription', primary: fromFetch(node.primary) };
    case 'Defer':
      throw unknownShape('Defer');
  }
}

function fromFetch(node: rust.FetchNode): FetchNode {
  return {
    kind: 'Fetch',
    partenaire: node.serviceName,
    operationKind: node.operationKind ?? 'query',
    operationName: node.operationName ?? null,
    operation: node.operation,
    variableUsages: node.variableUsages ?? [],
    ...fromInputs(node.requires ?? [], node.inputRewrites),
    outputRewrites: (node.outputRewrites ?? []).map(fromRewrite),
    alignments: [],
  };
}

function fromInputs(
  requires: readonly rust.RequiresSelection[],
  rewrites: readonly rust.InputRewrite[] | undefined,
): { requires: readonly RequiresSelection[]; inputRewrites: readonly Rewrite[] } {
  const selections = requires.map(fromRequires);
  const inputRewrites = (rewrites ?? []).map(fromRewrite);
  const names = new Set(
    inputRewrites.flatMap((each) =>
      each.kind === 'SetValue' && each.path.at(-1)?.kind === 'Key' ? [each.value] : [],
    ),
  );
  const [name] = names;
  // Without inputs it is a fetch from the root: the engine gives some of those a rewrite too.
  if (selections.length === 0 || name === undefined || names.size > 1) {
    return { requires: selections, inputRewrites };
  }
  // Asked as its interface (`@interfaceObject`), whatever its type: the engine, when it joins two
  // such fetches, keeps the types of one only. Asking for more is harmless, for less is not.
  return {
    requires: [
      {
        kind: 'InlineFragment',
        typeCondition: name,
        selections: selections.flatMap((each) =>
          each.kind === 'InlineFragment' ? each.selections : [each],
        ),
      },
    ],
    inputRewrites,
  };
}

function fromSegment(segment: rust.FlattenNodePathSegment): PathSegment {
  if (segment === '@') return { kind: 'List' };
  if ('Field' in segment) return { kind: 'Field', key: segment.Field };
  return { kind: 'TypeCondition', types: segment.TypeCondition };
}

function fromRequires(selection: rust.RequiresSelection): RequiresSelection {
  switch (selection.kind) {
    case 'Field':
      // Here the engine says `name` for where the value lies and `alias` for what the subgraph
      // wants it called.
      return {
        kind: 'Field',
        name: selection.alias ?? selection.name,
        sourceKey: selection.name,
        selections: (selection.selections ?? []).map(fromRequires),
      };
    case 'InlineFragment':
      return {
        kind: 'InlineFragment',
        typeCondition: selection.typeCondition,
        selections: selection.selections.map(fromRequires),
      };
    case 'FragmentSpread':
      throw unknownShape('FragmentSpread');
  }
}

function fromRewrite(rewrite: rust.InputRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return { kind: 'RenameKey', path: path.map(fromRewriteSegment), newKey: renameKeyTo };
  }
  // The form of the tag varies: `{ ValueSetter: … }` or `{ kind: 'ValueSetter', … }`.
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { kind: 'SetValue', path: path.map(fromRewriteSegment), value: setValueTo };
}

function fromRewriteSegment(segment: rust.FetchNodePathSegment): RewriteSegment {
  return 'Key' in segment
    ? { kind: 'Key', key: segment.Key }
    : { kind: 'TypenameEquals', types: segment.TypenameEquals };
}

function unknownShape(kind: string): PlanningError {
  return new PlanningError(
    'PLANIFICATION_IMPOSSIBLE',
    `Le plan contient un nœud inconnu : ${kind}.`,
  );
}
