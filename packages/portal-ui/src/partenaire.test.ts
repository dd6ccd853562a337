import { expect, test } from 'vitest';
import { CHANGEMENTS_DE_NOM, estPartenaire, nomPartenaireLe } from './partenaire.js';

test('ligne 13 : une maison porte le nom du jour montré, son code ne change pas', () => {
  expect(nomPartenaireLe('pole-emploi', '2023-12-31')).toBe('Pôle emploi');
  expect(nomPartenaireLe('pole-emploi', '2024-01-01')).toBe('France Travail');
  expect(nomPartenaireLe('pole-emploi', null)).toBe('Pôle emploi');
  expect(nomPartenaireLe('region', '2024-01-01')).toBe('Région');
  expect(estPartenaire('france-travail')).toBe(false);
});

test('les changements de nom sont connus avec leur jour', () => {
  expect(CHANGEMENTS_DE_NOM).toEqual([
    { partenaire: 'pole-emploi', le: '2024-01-01', nom: 'France Travail' },
  ]);
});
