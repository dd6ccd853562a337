import { expect, test } from 'vitest';
import { estUnJourMontrable, lireJour } from './jour-du-portail.js';

const PRESENT = '2023-12-15';
const lire = (adresse: string) => lireJour(new URLSearchParams(adresse), PRESENT);

test('sans date dans l’adresse, le portail est au présent', () => {
  expect(lire('')).toEqual({ le: PRESENT, present: PRESENT, estPresent: true, refuse: null });
});

test('l’adresse porte le jour montré, avant ou après le présent', () => {
  expect(lire('au=2024-02-01&q=x')).toMatchObject({ le: '2024-02-01', estPresent: false });
  expect(lire('au=2016-07-01')).toMatchObject({ le: '2016-07-01', estPresent: false });
  expect(lire(`au=${PRESENT}`).estPresent).toBe(true);
});

test('un jour qui n’existe pas, ou hors des bornes, est refusé et dit', () => {
  for (const jour of ['2024-02-30', '2023-02-29', 'demain', '', '2015-12-31', '2029-01-01']) {
    expect(estUnJourMontrable(jour)).toBe(false);
    expect(lire(`au=${jour}`)).toEqual({
      le: PRESENT,
      present: PRESENT,
      estPresent: true,
      refuse: jour,
    });
  }
  expect(estUnJourMontrable('2024-02-29')).toBe(true);
});
