import { expect, test } from 'vitest';
import { budgetParSource } from './budget.js';

test('le budget se lit par source et par année, avec ses totaux', () => {
  const { annees, sources, total } = budgetParSource([
    { source: 'Région', montantEuros: 100, annee: 2024 },
    { source: 'État', montantEuros: 40, annee: 2023 },
    { source: 'Région', montantEuros: 60, annee: 2023 },
    { source: 'Région', montantEuros: 5, annee: 2023 },
    { source: 'EPCI', montantEuros: 7, annee: null },
  ]);
  expect(annees).toEqual([2023, 2024, null]);
  expect(sources.map(({ source, total: euros }) => [source, euros])).toEqual([
    ['Région', 165],
    ['État', 40],
    ['EPCI', 7],
  ]);
  expect(sources[0]?.parAnnee.get(2023)).toBe(65);
  expect([...total.parAnnee.values()].reduce((a, b) => a + b)).toBe(total.total);
  expect(total.total).toBe(212);
});
