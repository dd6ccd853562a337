import { expect, test } from 'vitest';
import { createTurnstile } from './turnstile.js';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('qui vient seul passe sans attendre', async () => {
  const turnstile = createTurnstile(2);

  for (let event = 0; event < 5; event += 1) {
    expect(turnstile.pass()).toBeUndefined();
    await nextTurn();
    await nextTurn();
  }
});

test('une foule passe par petits groupes, dans l’ordre d’arrivée, et chacun passe', async () => {
  const turnstile = createTurnstile(3);
  const passed: number[] = [];
  const all = Array.from({ length: 10 }, async (_, rank) => {
    await turnstile.pass();
    passed.push(rank);
  });

  // Those who did not have to wait.
  await Promise.resolve();
  const sizes = [passed.length];
  expect(sizes).toEqual([3]);
  while (passed.length < 10) {
    await nextTurn();
    sizes.push(passed.length);
  }
  await Promise.all(all);
  expect(passed).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const [turn, size] of sizes.entries()) {
    expect(size - (sizes[turn - 1] ?? 0), `au tour ${turn}`).toBeLessThanOrEqual(3);
  }
});

test('celui qui arrive derrière une foule ne la double pas', async () => {
  const turnstile = createTurnstile(1);
  const passed: string[] = [];
  const come = async (name: string): Promise<void> => {
    await turnstile.pass();
    passed.push(name);
  };
  const crowd = ['a', 'b', 'c'].map(come);
  await nextTurn();
  await Promise.all([...crowd, come('dernier')]);

  expect(passed).toEqual(['a', 'b', 'c', 'dernier']);
});
