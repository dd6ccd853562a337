import { expect, test } from 'vitest';
import { placerSerie } from './placer-serie.js';

const valeur = (periode: string, fin: string, nombre: number | null) => ({
  id: periode,
  periode,
  fin,
  valeur: nombre,
  demonstration: false,
});

test('la série va de sa première année à 2028, un jalon par an', () => {
  const { points, annees, max } = placerSerie([
    valeur('2023', '2023-12-31', 70_000),
    valeur('2022', '2022-12-31', 35_000),
    valeur('2024', '2024-12-31', null),
  ]);
  expect(annees.map(({ annee }) => annee)).toEqual([2022, 2023, 2024, 2025, 2026, 2027, 2028]);
  expect(points.map(({ periode, ordonnee }) => [periode, ordonnee])).toEqual([
    ['2022', 0.5],
    ['2023', 1],
  ]);
  expect(points.every(({ abscisse }) => abscisse > 0 && abscisse < 1)).toBe(true);
  expect(max).toBe(70_000);
});

test('sans valeur montrée, rien à placer', () => {
  expect(placerSerie([valeur('2022', '2022-12-31', null)]).points).toEqual([]);
});

test('une cible de chaque année traverse la série, celle d’une année s’y tient', () => {
  const { cibles, max } = placerSerie(
    [valeur('2023', '2023-12-31', 50_000)],
    [
      { valeur: 70_000, annee: null },
      { valeur: 35_000, annee: 2024 },
      { valeur: 90_000, annee: 2022 },
    ],
  );
  expect(max).toBe(70_000);
  expect(cibles).toHaveLength(2);
  expect(cibles[0]).toMatchObject({ ordonnee: 1, de: 0, a: 1 });
  expect(cibles[1]?.ordonnee).toBe(0.5);
  expect(cibles[1]?.de).toBeGreaterThan(0.16);
  expect(cibles[1]?.a).toBeLessThan(0.34);
});
