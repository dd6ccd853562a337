import { expect, test } from 'vitest';
import { sontDesAnneaux } from './contours.js';

test('un contour est fait d’anneaux fermés, en degrés', () => {
  expect(sontDesAnneaux('2 50,3 50,3 51,2 50')).toBe(true);
  expect(sontDesAnneaux('2.1234 50,3 50,3 51,2.1234 50;-1 50,3 50,3 51,-1 50')).toBe(true);
});

test.each([
  '',
  '2 50,3 50,2 50',
  '2 50,3 50,3 51,2 51',
  '2 50,3 50,3 95,2 50',
  '200 50,3 50,3 51,200 50',
  '2 50,a b,3 51,2 50',
  '2 50,3 50,3 51,2 50;',
])('%j n’en est pas un', (anneaux) => {
  expect(sontDesAnneaux(anneaux)).toBe(false);
});
