import { expect, test } from 'vitest';
import { removalDateOf } from './removal-date.js';

test.each([
  ['Remplacé par « lieu » ; retrait le 2024-03-31', '2024-03-31'],
  ['retrait le 2024-02-29.', '2024-02-29'],
  ['Ancien nom (Retrait le 2024-03-31).', '2024-03-31'],
])('« %s » annonce une date', (reason, expected) => {
  expect(removalDateOf(reason)).toBe(expected);
});

test.each([
  [null],
  ['Remplacé par « lieu »'],
  ['retrait le 31/03/2024'],
  ['retrait le 2023-02-29'],
  ['retrait le 2024-13-01'],
  ['retrait le 2024-03-31 au plus tôt'],
  ['sans retrait le 2024-3-1'],
])('« %s » n’en annonce pas', (reason) => {
  expect(removalDateOf(reason)).toBeNull();
});
