import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { infraLocal } from '../test/infra-local.js';

interface Suite {
  name: string;
  seats: number;
}

// Plain JavaScript without types: npm test seats its suites before TypeScript is there.
const {
  inSeats,
}: {
  inSeats: (
    count: number,
    suites: readonly Suite[],
    act: (suite: Suite) => Promise<void>,
  ) => Promise<void>;
} = await import(pathToFileURL(infraLocal('essais/seats.mjs')).href);

/** What runs at each start, in order; every suite ends when the others have had their turn. */
async function runningAtEachStart(count: number, suites: readonly Suite[]): Promise<string[]> {
  const running = new Set<string>();
  const seen: string[] = [];
  await inSeats(count, suites, async ({ name }) => {
    running.add(name);
    seen.push([...running].join(' '));
    await new Promise((resolve) => setImmediate(resolve));
    running.delete(name);
  });
  return seen;
}

test('une suite commence dès que les places qu’il lui faut sont libres, dans l’ordre', async () => {
  const suites = [
    { name: 'a', seats: 2 },
    { name: 'b', seats: 1 },
    { name: 'c', seats: 3 },
    { name: 'd', seats: 1 },
  ];
  expect(await runningAtEachStart(3, suites)).toEqual(['a', 'a b', 'c', 'd']);
});

test('une suite qui demande plus de places qu’il n’y en a les a toutes', async () => {
  const suites = [
    { name: 'a', seats: 1 },
    { name: 'b', seats: 9 },
    { name: 'c', seats: 1 },
  ];
  expect(await runningAtEachStart(2, suites)).toEqual(['a', 'b', 'c']);
});

test('une suite qui lève une erreur la fait savoir', async () => {
  const suites = [{ name: 'a', seats: 1 }];
  await expect(inSeats(2, suites, () => Promise.reject(new Error('panne')))).rejects.toThrow(
    'panne',
  );
});
