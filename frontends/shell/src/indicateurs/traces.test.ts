import { expect, test } from 'vitest';
import type { Anneau } from './contours.js';
import { lireTraces, simplifierFormes } from './traces.js';

/** A circle of this many points. */
const cercle = (points: number): Anneau =>
  Array.from({ length: points + 1 }, (_, rang): readonly [number, number] => {
    const angle = (2 * Math.PI * (rang % points)) / points;
    return [3 + Math.cos(angle), 50 + Math.sin(angle)];
  });

test('allège un contour sans l’ouvrir, et le relit', () => {
  const [trace] = simplifierFormes([{ code: '595', nom: 'Lille', anneaux: [cercle(20_000)] }]);
  const points = trace?.anneaux.split(',') ?? [];
  expect(points.length).toBeGreaterThan(20);
  expect(points.length).toBeLessThan(400);
  expect(points.at(-1)).toBe(points[0]);
  const [forme] = lireTraces([trace ?? { code: '', anneaux: '' }], () => 'Lille');
  expect(forme?.nom).toBe('Lille');
  expect(forme?.anneaux[0]).toHaveLength(points.length);
});

test('une île trop petite pour se voir disparaît, le territoire reste', () => {
  const grain = cercle(6).map(([x, y]): readonly [number, number] => [
    2 + x / 100_000,
    50 + y / 100_000,
  ]);
  const traces = simplifierFormes([{ code: '595', nom: 'Lille', anneaux: [cercle(50), grain] }]);
  expect(traces[0]?.anneaux.split(';')).toHaveLength(1);
});
