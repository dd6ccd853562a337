import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { infraLocal } from '../test/infra-local.js';

type Count = (lines: string[], exitCode: number) => { passed: number; failed: number };

// Plain JavaScript without types: npm test reads counts before TypeScript is there.
const { countChecks, countTests }: { countChecks: Count; countTests: Count } = await import(
  pathToFileURL(infraLocal('essais/counts.mjs')).href
);

test('compte les essais que vitest annonce, réussis et échoués', () => {
  const lines = [' Test Files  1 failed | 2 passed (3)', '      Tests  1 failed | 12 passed (13)'];

  expect(countTests(lines, 1)).toEqual({ passed: 12, failed: 1 });
});

test('additionne les passages d’un paquet qui en fait plusieurs', () => {
  const lines = ['      Tests  12 passed (12)', '      Tests  3 passed (3)'];

  expect(countTests(lines, 0)).toEqual({ passed: 15, failed: 0 });
});

test('un essai sauté ou remis à plus tard ne prouve rien : il compte comme échoué', () => {
  const lines = ['      Tests  4 passed | 2 skipped | 1 todo (7)'];

  expect(countTests(lines, 0)).toEqual({ passed: 4, failed: 3 });
});

test('un fichier qui ne se charge pas est un échec, même si tous les essais lus ont réussi', () => {
  const lines = [' Test Files  1 failed | 1 passed (2)', '      Tests  4 passed (4)'];

  expect(countTests(lines, 1)).toEqual({ passed: 4, failed: 1 });
});

test('une commande qui n’annonce rien est un échec, quoi qu’elle rende', () => {
  expect(countTests(['src/a.ts(3,1): error TS2322'], 2)).toEqual({ passed: 0, failed: 1 });
  expect(countTests([], 0)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(['      Tests  no tests'], 1)).toEqual({ passed: 0, failed: 1 });
});

test('ne prend pas pour un compte le titre d’un essai', () => {
  const lines = [' ✓ Tests 99 passed dans un titre', '      Tests  1 passed (1)'];

  expect(countTests(lines, 0)).toEqual({ passed: 1, failed: 0 });
});

test('compte chaque vérification', () => {
  const lines = ['check: format-and-lint ok', 'check: links failed', '  docs/a.md: broken link'];

  expect(countChecks(lines, 1)).toEqual({ passed: 1, failed: 1 });
  expect(countChecks(lines.slice(0, 1), 0)).toEqual({ passed: 1, failed: 0 });
});

test('des vérifications interrompues sans verdict sont un échec', () => {
  expect(countChecks(['check: format-and-lint ok'], 1)).toEqual({ passed: 1, failed: 1 });
});
