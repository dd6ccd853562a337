import { expect, test } from 'vitest';
import { direPeriode, direValeur, direVariation } from './dire-valeur.js';

test('une valeur se dit avec son unité, une valeur masquée se dit masquée', () => {
  expect(direValeur({ valeur: 8.7, masque: false }, '%')).toBe('8,7\u00a0%');
  expect(direValeur({ valeur: 511_880, masque: false }, 'personnes')).toBe(
    '511\u202f880\u00a0personnes',
  );
  expect(direValeur({ valeur: null, masque: true }, 'personnes')).toBe('masqué');
  expect(direValeur({ valeur: null, masque: false }, 'personnes')).toBeNull();
});

test('une variation porte son signe, et se compte en points pour un taux', () => {
  expect(direVariation(-0.1, '%')).toBe('−\u00a00,1\u00a0point');
  expect(direVariation(2, '%')).toBe('+\u00a02\u00a0points');
  expect(direVariation(0, '%')).toBe('sans changement');
  expect(direVariation(1_200, 'personnes')).toBe('+\u00a01\u202f200\u00a0personnes');
});

test('une période se dit en mots', () => {
  expect(direPeriode('2023-T3')).toBe('3e trimestre 2023');
  expect(direPeriode('2023-10')).toBe('octobre 2023');
  expect(direPeriode('2022')).toBe('2022');
});
