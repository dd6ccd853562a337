import { expect, test } from 'vitest';
import { jourAParis, jourCourant } from './jour-courant.js';

test('la démonstration reste au 15 décembre 2023, un service réel vit au jour de Paris', () => {
  expect(jourCourant({ demonstration: true })).toBe('2023-12-15');
  expect(jourCourant({ demonstration: false })).toBe(jourAParis(new Date()));
});

test('le jour est celui de Paris, été comme hiver', () => {
  expect(jourAParis(new Date('2023-12-31T23:30:00Z'))).toBe('2024-01-01');
  expect(jourAParis(new Date('2023-06-30T21:30:00Z'))).toBe('2023-06-30');
  expect(jourAParis(new Date('2023-06-30T22:30:00Z'))).toBe('2023-07-01');
});
