import { expect, test } from 'vitest';
import { Tally } from './tally.js';

test('une requête sans réponse à la fin d’une phase compte encore quand elle échoue', () => {
  const tally = new Tally();
  tally.sent();
  tally.sent();
  tally.answered(performance.now(), 12);
  tally.end();
  tally.failed('500 panne');
  expect(tally.figures()).toMatchObject({
    envoyees: 2,
    echouees: 1,
    p50Ms: 12,
    raisons: ['500 panne'],
  });
});

test('sans réponse, aucune durée n’est inventée', () => {
  expect(new Tally().figures()).toMatchObject({ envoyees: 0, p50Ms: null, p99Ms: null });
});

test('chaque seconde d’une phase a son p99, et celle où rien n’était dû n’en a pas', () => {
  const tally = new Tally();
  const now = performance.now();
  tally.answered(now + 100, 10);
  tally.answered(now + 200, 30);
  tally.answered(now + 2_500, 500);
  expect(tally.figures().p99ParSecondeMs).toEqual([30, null, 500]);
});
