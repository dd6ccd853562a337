import type { FetchNode, PathSegment, Plan, PlanNode } from '@passerelle/planner';
import type { GraphQLSchema } from 'graphql';
import { compileTargets } from './collect-targets.js';
import { conditionStep } from './nodes/condition.js';
import { entityFetchStep } from './nodes/entity-fetch.js';
import { parallelStep } from './nodes/parallel.js';
import { compileRootFetch, type RootFetch, rootFetchStep } from './nodes/root-fetch.js';
import { sequenceStep } from './nodes/sequence.js';
import type { Step } from './run.js';
import { concreteTypeTest, type TypeTest } from './type-conditions.js';

export interface CompileContext {
  readonly schema: GraphQLSchema;
  readonly sourceVariables: Readonly<Record<string, string>>;
  readonly isConcrete: TypeTest;
}

export function compileContext(schema: GraphQLSchema, plan: Plan): CompileContext {
  return {
    schema,
    sourceVariables: plan.sourceVariables,
    isConcrete: concreteTypeTest(schema),
  };
}

export function compileNode(
  node: PlanNode,
  prefix: readonly PathSegment[],
  context: CompileContext,
): Step {
  switch (node.kind) {
    case 'Sequence':
      return sequenceStep(node.nodes.map((child) => compileNode(child, prefix, context)));
    case 'Parallel':
      return parallelStep(node.nodes.map((child) => compileNode(child, prefix, context)));
    case 'Condition':
      return conditionStep(
        context.sourceVariables[node.variable] ?? node.variable,
        node.ifTrue && compileNode(node.ifTrue, prefix, context),
        node.ifFalse && compileNode(node.ifFalse, prefix, context),
      );
    case 'Flatten':
      return compileNode(node.node, [...prefix, ...node.path], context);
    case 'BatchFetch':
      return entityFetchStep(node, prefix, context);
    case 'Fetch':
      return node.requires.length > 0
        ? entityFetchStep(node, prefix, context)
        : rootFetchStep(
            node,
            prefix.length === 0 ? null : compileTargets(prefix, context.schema),
            context,
          );
    case 'Subscription':
      throw new TypeError('a Subscription node is only at the beginning of a plan');
  }
}

/** A subscription: the stream to open, and what each of its events still needs. */
export interface SubscriptionSteps {
  readonly partenaire: string;
  readonly source: RootFetch;
  readonly perEvent: Step | null;
}

/** Chooses by the run's conditions; null when the operation asks nothing. */
export type SelectSubscription = (
  variables: Readonly<Record<string, unknown>>,
) => SubscriptionSteps | null;

export function compileSubscription(
  node: PlanNode | null,
  context: CompileContext,
): SelectSubscription {
  if (node === null) return () => null;
  switch (node.kind) {
    case 'Condition': {
      const variable = context.sourceVariables[node.variable] ?? node.variable;
      const ifTrue = compileSubscription(node.ifTrue, context);
      const ifFalse = compileSubscription(node.ifFalse, context);
      return (variables) => (variables[variable] === true ? ifTrue : ifFalse)(variables);
    }
    case 'Sequence': {
      const [first, ...rest] = node.nodes;
      const select = compileSubscription(first ?? null, context);
      const following = rest.map((child) => compileNode(child, [], context));
      return (variables) => {
        const steps = select(variables);
        if (steps === null) return null;
        const all = steps.perEvent === null ? following : [steps.perEvent, ...following];
        return { ...steps, perEvent: all.length === 0 ? null : sequenceStep(all) };
      };
    }
    case 'Subscription':
    case 'Fetch': {
      const primary: FetchNode = node.kind === 'Fetch' ? node : node.primary;
      const steps: SubscriptionSteps = {
        partenaire: primary.partenaire,
        source: compileRootFetch({ ...primary, operationKind: 'subscription' }, context),
        perEvent: null,
      };
      return () => steps;
    }
    case 'Parallel':
    case 'Flatten':
    case 'BatchFetch':
      throw new TypeError(`a subscription can't begin with a ${node.kind} node`);
  }
}

/** Partners that a plan may ask. */
export function partnersOf(node: PlanNode | null): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (each: PlanNode | null): void => {
    if (each === null) return;
    switch (each.kind) {
      case 'Fetch':
      case 'BatchFetch':
        found.add(each.partenaire);
        break;
      case 'Subscription':
        found.add(each.primary.partenaire);
        break;
      case 'Flatten':
        walk(each.node);
        break;
      case 'Condition':
        walk(each.ifTrue);
        walk(each.ifFalse);
        break;
      case 'Sequence':
      case 'Parallel':
        for (const child of each.nodes) walk(child);
        break;
    }
  };
  walk(node);
  return found;
}
