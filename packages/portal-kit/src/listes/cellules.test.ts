import { expect, test } from 'vitest';
import { celluleJour } from './cellules.js';

test('un jour reste le sien ; un instant prend le jour de Paris', () => {
  expect(celluleJour('2023-12-15')).toEqual({ jour: '2023-12-15' });
  expect(celluleJour('2023-12-15T23:30:00Z')).toEqual({ jour: '2023-12-16' });
});

test('une date absente laisse la cellule vide', () => {
  expect(celluleJour(null)).toBeNull();
  expect(celluleJour(undefined)).toBeNull();
});
