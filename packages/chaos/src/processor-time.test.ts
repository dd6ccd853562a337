import { expect, test } from 'vitest';
import { processorTimes, shareOfProcessor } from './processor-time.js';

test('le temps de processeur d’un processus qui travaille augmente', () => {
  const pids = { moi: process.pid, personne: 2 ** 22 + 1 };
  const before = processorTimes(pids);
  const until = process.cpuUsage().user + 200_000;
  while (process.cpuUsage().user < until) Math.sqrt(until);

  const after = processorTimes(pids);

  expect(after['personne']).toBeNull();
  expect(after['moi']).toBeGreaterThan(before['moi'] ?? 0);
});

test('une part est celle d’un processeur, inconnue quand un des deux relevés manque', () => {
  const shares = shareOfProcessor({ a: 1_000, b: null }, { a: 1_500, b: 10, c: 3 }, 1_000);
  expect(shares).toEqual({ a: 50, b: null, c: null });
});
