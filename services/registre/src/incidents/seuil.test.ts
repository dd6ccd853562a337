import { expect, test } from 'vitest';
import { depasse, estRecent, raisonOf } from './seuil.js';

const SEUIL = { montages: 20, erreurs: 5, pourcent: 5, agents: 3, minutes: 10 };

test.each([
  [19, 19, 3, false],
  [20, 4, 3, false],
  [20, 5, 3, true],
  [20, 20, 2, false],
  [100, 5, 4, true],
  [101, 5, 3, false],
  [1000, 49, 3, false],
  [1000, 50, 3, true],
  [0, 0, 0, false],
])('%d affichages et %d erreurs chez %d agents : %s', (montages, erreurs, agents, attendu) => {
  expect(depasse({ montages, erreurs, agents }, SEUIL)).toBe(attendu);
});

test('une version est récente un jour', () => {
  const publieLe = '2026-03-02T08:00:00.000Z';
  expect(estRecent(publieLe, new Date('2026-03-03T07:59:59Z'))).toBe(true);
  expect(estRecent(publieLe, new Date('2026-03-03T08:00:00Z'))).toBe(false);
});

test('la raison donne les chiffres, et les erreurs par leur nom', () => {
  expect(raisonOf({ montages: 40, erreurs: 6 }, SEUIL, { TypeError: 5, RangeError: 1 })).toBe(
    '6 erreurs pour 40 affichages en 10 minutes (15 %) : TypeError 5, RangeError 1.',
  );
  expect(raisonOf({ montages: 20, erreurs: 5 }, SEUIL, {})).toMatch(/\(25 %\)\.$/);
});
