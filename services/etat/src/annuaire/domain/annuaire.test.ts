import { expect, test } from 'vitest';
import { nomLe } from './annuaire.js';

const NOMS = [
  { nom: 'Pôle emploi', du: '2016-01-01' },
  { nom: 'France Travail', du: '2024-01-01' },
];

test('le nom d’une organisation est celui qu’elle porte ce jour-là', () => {
  expect(nomLe(NOMS, '2023-12-31')).toBe('Pôle emploi');
  expect(nomLe(NOMS, '2024-01-01')).toBe('France Travail');
});

test('avant le premier nom connu, c’est encore lui', () => {
  expect(nomLe(NOMS, '2000-01-01')).toBe('Pôle emploi');
});
