import { expect, test } from 'vitest';
import { nomDeFichier } from './nom-de-fichier.js';

test('un nom de fichier passe partout', () => {
  expect(nomDeFichier(['Contributions', 'Pôle emploi', '2023-12-15'], 'xlsx')).toBe(
    'contributions-pole-emploi-2023-12-15.xlsx',
  );
  expect(nomDeFichier(['../..', '«»'], 'csv')).toBe('fichier.csv');
});
