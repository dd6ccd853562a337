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
          requires: alias.requires.map(fromRequires),
          inputRewrites: (alias.inputRewrites ?? []).map(fromRewrite),
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
    requires: (node.requires ?? []).map(fromRequires),
    inputRewrites: (node.inputRewrites ?? []).map(fromRewrite),
    outputRewrites: (node.outputRewrites ?? []).map(fromRewrite),
    alignments: [],
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
