import { expect, test } from 'vitest';
import { repartir } from './repartir.js';

test('les parts sont entières et font exactement le total', () => {
  expect(repartir(100, [1, 1, 1])).toEqual([34, 33, 33]);
  for (const total of [0, 1, 7, 511_880]) {
    const parts = repartir(total, [3, 0.5, 17, 2]);
    expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
    expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
  }
});

test('sans poids, rien à répartir', () => {
  expect(() => repartir(10, [0, 0])).toThrow(RangeError);
});
