import { expect, it } from 'vitest';
import { cpuCost } from './cpu-cost.js';

it('gives each act its cost, and runs the acts in turn', async () => {
  const order: string[] = [];
  const act = (name: string) => () => {
    if (order.at(-1) !== name) order.push(name);
  };
  const costs = await cpuCost({ a: act('a'), b: act('b') }, { batches: 3, batchMs: 1 });
  expect(Object.keys(costs)).toEqual(['a', 'b']);
  expect(Object.values(costs).every((cost) => cost >= 0)).toBe(true);
  // Once each to find the size of a batch, then three batches.
  expect(order.join('')).toBe('ab'.repeat(4));
});

it('waits for an act that takes its time', async () => {
  let underWay = 0;
  let together = 0;
  await cpuCost(
    {
      slow: async () => {
        underWay += 1;
        together = Math.max(together, underWay);
        await Promise.resolve();
        underWay -= 1;
      },
    },
    { batches: 2, batchMs: 1 },
  );
  expect(together).toBe(1);
});
