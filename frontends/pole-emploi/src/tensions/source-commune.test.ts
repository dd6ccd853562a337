import { expect, test } from 'vitest';
import { provenanceCommune } from './source-commune.js';

const ligne = (annee: number, source = 'Dares') => ({
  annee,
  source,
  arreteLe: '2023-09-30',
  demonstration: true,
});

test('ce que toutes les lignes disent d’elles-mêmes se dit une fois', () => {
  expect(provenanceCommune([ligne(2022), ligne(2022)])).toEqual(ligne(2022));
});

test('deux années ou deux sources se disent ligne par ligne', () => {
  expect(provenanceCommune([ligne(2022), ligne(2021)])).toBeNull();
  expect(provenanceCommune([ligne(2022), ligne(2022, 'Autre')])).toBeNull();
  expect(provenanceCommune([])).toBeNull();
});
