import { median } from '../quantile.js';

type Act = () => unknown;

/**
 * CPU microseconds of each act, garbage collection included: medians over batches, the acts taking
 * turns so that a busy moment of the machine falls on all of them.
 */
export async function cpuCost(
  acts: Readonly<Record<string, Act>>,
  o: { readonly batches: number; readonly batchMs: number },
): Promise<Readonly<Record<string, number>>> {
  const measured: { name: string; act: Act; size: number; costs: number[] }[] = [];
  for (const [name, act] of Object.entries(acts)) {
    measured.push({ name, act, size: await batchSize(act, o.batchMs), costs: [] });
  }
  for (let batch = 0; batch < o.batches; batch += 1) {
    for (const { act, size, costs } of measured) costs.push(await batchCost(act, size));
  }
  return Object.fromEntries(measured.map(({ name, costs }) => [name, median(costs)]));
}

/** Warms the act up, and finds how many times fill a batch. */
async function batchSize(act: Act, batchMs: number): Promise<number> {
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < 2 * batchMs) {
    await act();
    count += 1;
  }
  return Math.max(1, Math.round(count / 2));
}

async function batchCost(act: Act, size: number): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < size; i += 1) await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / size;
}
