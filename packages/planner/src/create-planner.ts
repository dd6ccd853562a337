import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
} from 'graphql';
import { alignShared } from './align-shared.js';
import { askTypenames } from './ask-typenames.js';
import { createNormaliser, type Normaliser, type Valuation } from './normalise-operation.js';
import type { Plan, PlanNode } from './plan.js';
import { createStagedPlanner, type StagedPlanner } from './plan-in-stages.js';
import { type Planner, PlanningError } from './planner.js';
import { restoreMembers } from './restore-members.js';
import { createRustEngine, type PlanningEngine } from './rust-engine.js';
import { readSupergraph, type SupergraphModel } from './supergraph-model.js';

/**
 * Conditions are settled before the engine sees the operation, one plan per combination of the
 * Boolean variables that matter: engines merge the same field under different conditions wrongly.
 * Above this number of plans, the remaining conditions are left to the engine.
 */
const MAX_COMBINATIONS = 16;

/** @throws PlanningError SUPERGRAPHE_INVALIDE */
export function createPlanner(supergraphSdl: string): Planner {
  const model = readSupergraph(supergraphSdl);
  const engine = createRustEngine(supergraphSdl);
  const staged = createStagedPlanner(supergraphSdl, model, engine);
  return {
    plan: async ({ document, operationName, signal }) => {
      const { operation, fragments } = readOperation(document, operationName);
      const normaliser = createNormaliser(model, operation, fragments);
      const node = await planConditions({ model, engine, staged, normaliser, operation, signal });
      const { sourceKeys, sourceVariables } = normaliser;
      return { node, sourceKeys, sourceVariables } satisfies Plan;
    },
  };
}

interface Work {
  readonly model: SupergraphModel;
  readonly engine: PlanningEngine;
  readonly staged: StagedPlanner;
  readonly normaliser: Normaliser;
  readonly operation: OperationDefinitionNode;
  readonly signal: AbortSignal | undefined;
}

async function planConditions(work: Work): Promise<PlanNode | null> {
  const { normaliser } = work;
  const plans = new Map<string, Promise<PlanNode | null>>();
  let combinations = 1;
  const planned = (selections: readonly SelectionNode[]): Promise<PlanNode | null> => {
    const text = normaliser.print(selections);
    const known = plans.get(text) ?? planSelections(work, selections);
    plans.set(text, known);
    return known;
  };
  const branch = async (valuation: Valuation): Promise<PlanNode | null> => {
    const { selections, openCondition } = normaliser.normalise(valuation);
    if (openCondition === null) return planned(selections);
    if (combinations >= MAX_COMBINATIONS) {
      return planned(normaliser.normaliseOpen(valuation).selections);
    }
    combinations += 1;
    const ifTrue = await branch(new Map(valuation).set(openCondition, true));
    const ifFalse = await branch(new Map(valuation).set(openCondition, false));
    if (ifTrue === ifFalse) return ifTrue;
    return { kind: 'Condition', variable: openCondition, ifTrue, ifFalse };
  };
  return branch(new Map());
}

function planSelections(
  work: Work,
  selections: readonly SelectionNode[],
): Promise<PlanNode | null> {
  if (selections.length === 0) return Promise.resolve(null);
  return work.operation.operation === 'mutation' && selections.length > 1
    ? planInSeries(work, selections)
    : planOnce(work, selections);
}

async function planOnce(
  { model, engine, staged, normaliser, operation, signal }: Work,
  selections: readonly SelectionNode[],
): Promise<PlanNode | null> {
  const rootType = model.schema.getRootType(operation.operation)?.name;
  const { print } = normaliser;
  const node = await engine.plan(print(selections), signal).catch((refusal: unknown) => {
    if (!(refusal instanceof PlanningError) || rootType === undefined) throw refusal;
    return staged.plan({ rootType, selections, print, refusal, signal });
  });
  if (node === null || rootType === undefined) return node;
  const whole = await restoreMembers(node, { model, staged, rootType, selections, print, signal });
  return alignShared(askTypenames(whole, model), model);
}

/**
 * Each field of a mutation is planned alone, so that what one returns is wholly read before the
 * next one acts. Neighbours that one partner answers in one call stay together: it runs them in
 * series itself.
 */
async function planInSeries(
  work: Work,
  selections: readonly SelectionNode[],
): Promise<PlanNode | null> {
  const groups: { selections: SelectionNode[]; node: PlanNode | null; single: string | null }[] =
    [];
  for (const selection of selections) {
    const node = await planOnce(work, [selection]);
    const single = node?.kind === 'Fetch' ? node.partenaire : null;
    const last = groups.at(-1);
    if (last !== undefined && single !== null && last.single === single) {
      last.selections.push(selection);
    } else {
      groups.push({ selections: [selection], node, single });
    }
  }
  const nodes: PlanNode[] = [];
  for (const group of groups) {
    const node =
      group.selections.length === 1 ? group.node : await planOnce(work, group.selections);
    if (node !== null) nodes.push(node);
  }
  return nodes.length === 1 ? (nodes[0] ?? null) : { kind: 'Sequence', nodes };
}

function readOperation(
  text: string,
  operationName: string | undefined,
): {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
} {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of parse(text, { noLocation: true }).definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      operations.push(definition);
    }
  }
  const operation =
    operationName === undefined
      ? operations[0]
      : operations.find((each) => each.name?.value === operationName);
  if (operation === undefined || (operationName === undefined && operations.length > 1)) {
    throw new PlanningError(
      'PLANIFICATION_IMPOSSIBLE',
      'Le document ne dit pas quelle opération exécuter : précisez operationName.',
    );
  }
  return { operation, fragments };
}
