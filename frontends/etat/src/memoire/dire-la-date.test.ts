import { expect, test } from 'vitest';
import { direLaDate } from './dire-la-date.js';

test('une date n’est pas dite plus précisément que sa source', () => {
  expect(direLaDate('2016-01-01', 'ANNEE')).toBe('2016');
  expect(direLaDate('2020-03-01', 'MOIS')).toBe('mars 2020');
  expect(direLaDate('2023-06-08', 'JOUR')).toContain('2023');
});
