import { expect, test } from 'vitest';
import { Tally } from './tally.js';

test('une requête sans réponse à la fin d’une phase compte encore quand elle échoue', () => {
  const tally = new Tally();
  tally.sent();
  tally.sent();
  tally.answered(12);
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
