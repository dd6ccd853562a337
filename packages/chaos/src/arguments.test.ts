import { expect, test } from 'vitest';
import { ArgumentInvalide, readArguments } from './arguments.js';

test('sans réglage, le scénario est celui de l’engagement : 1 000 publications, 1 000 abonnements', () => {
  expect(readArguments(['rechargement'])).toMatchObject({
    scenario: 'rechargement',
    publications: 1_000,
    abonnements: 1_000,
    charge: 70,
    debit: null,
    arretMs: 300_000,
  });
});

test('une version réduite se demande, en secondes et en fractions', () => {
  expect(
    readArguments(['rechargement', '--publications=5', '--duree=0.5', '--evenements', '4']),
  ).toMatchObject({ publications: 5, dureeMs: 500, evenements: 4 });
});

test.for([
  [[], 'Usage'],
  [['rechargement', 'autre'], 'Usage'],
  [['rechargement', '--publications=beaucoup'], '--publications : « beaucoup »'],
  [['rechargement', '--charge=140'], '--charge : « 140 » n’est pas un nombre de 1 à 100.'],
  [['rechargement', '--vite'], '--vite'],
] as const)('refuse %j en disant pourquoi', ([args, words]) => {
  expect(() => readArguments(args)).toThrow(ArgumentInvalide);
  expect(() => readArguments(args)).toThrow(words);
});
