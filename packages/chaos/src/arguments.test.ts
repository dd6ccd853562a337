import { expect, test } from 'vitest';
import { ArgumentInvalide, readArguments } from './arguments.js';

test('sans réglage, le scénario est celui de l’engagement : 1 000 publications, 1 000 abonnements', () => {
  expect(readArguments(['rechargement'])).toMatchObject({
    scenario: 'rechargement',
    publications: 1_000,
    abonnements: 1_000,
    charge: 70,
    chauffeMs: 15_000,
    debit: null,
    arretMs: 300_000,
  });
});

test('une version réduite se demande, en secondes et en fractions', () => {
  expect(
    readArguments([
      'rechargement',
      '--publications=5',
      '--chauffe=2.5',
      '--duree=0.5',
      '--evenements',
      '4',
    ]),
  ).toMatchObject({ publications: 5, chauffeMs: 2_500, dureeMs: 500, evenements: 4 });
});

test('la mise en température se supprime, et n’est pas une durée sans borne', () => {
  expect(readArguments(['rechargement', '--chauffe=0'])).toMatchObject({ chauffeMs: 0 });
  expect(() => readArguments(['rechargement', '--chauffe=86400'])).toThrow(
    '--chauffe : « 86400 » n’est pas un nombre de 0 à 3600.',
  );
});

test.for([
  [[], 'Usage'],
  [['rechargement', 'autre'], 'Usage'],
  [['rechargement', '--publications=beaucoup'], '--publications : « beaucoup »'],
  [['rechargement', '--charge=140'], '--charge : « 140 » n’est pas un nombre de 1 à 100.'],
  [['rechargement', '--chauffe=-1'], '--chauffe'],
  [['rechargement', '--vite'], '--vite'],
] as const)('refuse %j en disant pourquoi', ([args, words]) => {
  expect(() => readArguments(args)).toThrow(ArgumentInvalide);
  expect(() => readArguments(args)).toThrow(words);
});
