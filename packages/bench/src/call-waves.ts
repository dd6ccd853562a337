import type { Plan, PlanNode } from '@passerelle/planner';

/** Operations of a plan, together those that leave together. */
export function callWaves(plan: Plan): readonly (readonly string[])[] {
  return plan.node === null ? [] : wavesOf(plan.node);
}

type Waves = readonly (readonly string[])[];

function wavesOf(node: PlanNode): Waves {
  switch (node.kind) {
    case 'Fetch':
    case 'BatchFetch':
      return [[node.operation]];
    case 'Flatten':
      return wavesOf(node.node);
    case 'Sequence':
      return node.nodes.flatMap(wavesOf);
    case 'Parallel':
      return sideBySide(node.nodes.map(wavesOf));
    case 'Condition':
    case 'Subscription':
      throw new TypeError(`no scenario has a ${node.kind} node`);
  }
}

function sideBySide(branches: readonly Waves[]): Waves {
  const longest = Math.max(0, ...branches.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => branches.flatMap((branch) => branch[i] ?? []));
}
