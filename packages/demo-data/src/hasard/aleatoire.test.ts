import { describe, expect, test } from 'vitest';
import { createAleatoire, hacher } from './aleatoire.js';

test('gives the same numbers for the same seed, on every machine', () => {
  const hasard = createAleatoire('graine');
  const drawn = [hasard.nombre(), hasard.nombre(), hasard.nombre()];
  const again = createAleatoire('graine');
  expect([again.nombre(), again.nombre(), again.nombre()]).toEqual(drawn);
  // Frozen values: a change of algorithm would silently change every demonstration.
  expect(hacher('graine')).toBe(drawn[0]);
  expect(createAleatoire('a').entier(0, 999_999)).toBe(621685);
  expect(createAleatoire('b').entier(0, 999_999)).toBe(293858);
});

test('stays inside the bounds, and reaches both', () => {
  const hasard = createAleatoire('bornes');
  const drawn = new Set(Array.from({ length: 500 }, () => hasard.entier(3, 6)));
  expect(drawn).toEqual(new Set([3, 4, 5, 6]));
});

describe('choosing', () => {
  test('follows the weights, and never what weighs nothing', () => {
    const hasard = createAleatoire('poids');
    const drawn = Array.from({ length: 1000 }, () =>
      hasard.choisirPondere(['rare', 'courant', 'jamais'], (mot) =>
        mot === 'rare' ? 1 : mot === 'courant' ? 9 : 0,
      ),
    );
    const rares = drawn.filter((mot) => mot === 'rare').length;
    expect(rares).toBeGreaterThan(60);
    expect(rares).toBeLessThan(150);
    expect(drawn).not.toContain('jamais');
  });

  test('refuses an empty list', () => {
    expect(() => createAleatoire('vide').choisir([])).toThrow(RangeError);
    expect(() => createAleatoire('vide').choisirPondere([], () => 1)).toThrow(RangeError);
  });
});
