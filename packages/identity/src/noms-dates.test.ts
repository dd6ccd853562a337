import { expect, test } from 'vitest';
import {
  avecArticleLe,
  CHANGEMENTS_DE_NOM,
  nomPartenaireLe,
  sujetPartenaireLe,
} from './noms-dates.js';

test('ligne 13 : une maison porte le nom du jour dont on parle, son code ne change pas', () => {
  expect(nomPartenaireLe('pole-emploi', '2023-12-31')).toBe('Pôle emploi');
  expect(nomPartenaireLe('pole-emploi', '2024-01-01')).toBe('France Travail');
  expect(nomPartenaireLe('pole-emploi', null)).toBe('Pôle emploi');
  expect(nomPartenaireLe('region', '2024-01-01')).toBe('Région');
});

test('le nom prend l’article qu’il lui faut, au début d’une phrase ou dedans', () => {
  expect(avecArticleLe('etat', '2024-01-01')).toBe('l’État');
  expect(sujetPartenaireLe('etat', '2024-01-01')).toBe('L’État');
  expect(sujetPartenaireLe('region', null)).toBe('La Région');
  expect(sujetPartenaireLe('pole-emploi', '2024-01-01')).toBe('France Travail');
});

test('les changements de nom sont connus avec leur jour', () => {
  expect(CHANGEMENTS_DE_NOM).toEqual([
    { partenaire: 'pole-emploi', le: '2024-01-01', nom: 'France Travail' },
  ]);
});
