import { expect, test } from 'vitest';
import { delaiDeRelecture } from './relecture.js';

test('sans flux, une page se relit de moins en moins souvent, jusqu’à trente secondes', () => {
  expect([0, 1, 2, 3, 4, 5].map((rang) => delaiDeRelecture('tranquille', rang))).toEqual([
    6_000, 9_000, 13_500, 20_250, 30_000, 30_000,
  ]);
});

test('plus vite quand un acte est en chemin', () => {
  expect([0, 1, 2].map((rang) => delaiDeRelecture('pressee', rang))).toEqual([2_000, 3_000, 4_500]);
  expect(delaiDeRelecture('pressee', 100)).toBe(30_000);
});
