import { expect, test } from 'vitest';
import { estRetire } from './engagement-retire.js';

test('un engagement est retiré le lendemain de son dernier jour, pas avant', () => {
  expect(estRetire(null, '2030-01-01')).toBe(false);
  expect(estRetire('2023-11-30', '2023-11-30')).toBe(false);
  expect(estRetire('2023-11-30', '2023-12-01')).toBe(true);
});
