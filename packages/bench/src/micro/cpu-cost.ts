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

/**
 * How many times fill a batch, once the act is warm: a first call may build what the next ones use,
 * and what has just been compiled isn't yet what will run.
 */
async function batchSize(act: Act, batchMs: number): Promise<number> {
  await act();
  await repeat(act, WARM_UP_BATCHES * batchMs);
  return repeat(act, batchMs);
}

const WARM_UP_BATCHES = 5;

/** @returns how many times, once at least */
async function repeat(act: Act, durationMs: number): Promise<number> {
  const start = performance.now();
  let count = 0;
  do {
    await act();
    count += 1;
  } while (performance.now() - start < durationMs);
  return count;
}

async function batchCost(act: Act, size: number): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < size; i += 1) await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / size;
}
