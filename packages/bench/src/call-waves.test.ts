import type { PlanNode } from '@passerelle/planner';
import { expect, it } from 'vitest';
import { callWaves } from './call-waves.js';

const fetch = (operation: string): PlanNode => ({
  kind: 'Fetch',
  partenaire: 'etat',
  operationKind: 'query',
  operationName: null,
  operation,
  variableUsages: [],
  requires: [],
  inputRewrites: [],
  outputRewrites: [],
  alignments: [],
});
const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Sequence', nodes });
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: 'Parallel', nodes });
const wavesOf = (node: PlanNode | null) => callWaves({ node, sourceKeys: {}, sourceVariables: {} });

it('calls of a sequence follow one another, those of a parallel leave together', () => {
  const node = sequence(
    fetch('a'),
    parallel(fetch('b'), sequence(fetch('c'), fetch('d')), {
      kind: 'Flatten',
      path: [],
      node: fetch('e'),
    }),
    fetch('f'),
  );
  expect(wavesOf(node)).toEqual([['a'], ['b', 'c', 'e'], ['d'], ['f']]);
});

it('a plan that asks nobody has no wave', () => {
  expect(wavesOf(null)).toEqual([]);
});
