import { expect, test } from 'vitest';
import { deplacee } from './deplacee.js';

test('une étape monte, descend, et ne sort jamais de la liste', () => {
  expect(deplacee(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  expect(deplacee(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(deplacee(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(deplacee(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
  expect(deplacee([], 0, 0)).toEqual([]);
});
