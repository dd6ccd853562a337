import { expect, test } from 'vitest';
import { estPartenaire, nomPartenaireLe } from './partenaire.js';

test('ligne 13 : une maison porte le nom du jour montré, son code ne change pas', () => {
  expect(nomPartenaireLe('pole-emploi', '2023-12-31')).toBe('Pôle emploi');
  expect(nomPartenaireLe('pole-emploi', '2024-01-01')).toBe('France Travail');
  expect(estPartenaire('pole-emploi')).toBe(true);
  expect(estPartenaire('france-travail')).toBe(false);
});
