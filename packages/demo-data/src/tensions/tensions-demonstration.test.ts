import {
  ANNEES_TENSION,
  DATE_DEMONSTRATION,
  FACTEURS_TENSION,
  tensionsDemonstration,
} from '@passerelle/demo-data';
import { METIERS } from '@passerelle/reference-data';
import { describe, expect, test } from 'vitest';

describe('en Hauts-de-France', () => {
  const tensions = tensionsDemonstration('32', 'demonstration');

  test('une valeur par métier, par arrondissement et par année', () => {
    expect(tensions).toHaveLength(METIERS.length * 26 * 3);
    expect(new Set(tensions.map(({ id }) => id)).size).toBe(tensions.length);
    expect(new Set(tensions.map(({ annee }) => annee))).toEqual(new Set(ANNEES_TENSION));
  });

  test('des niveaux de 1 à 5, tous représentés', () => {
    expect(new Set(tensions.map(({ niveau }) => niveau))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test('la moitié environ des métiers en tension forte la dernière année, moins auparavant', () => {
    const part = (annee: number) => {
      const ofYear = tensions.filter((tension) => tension.annee === annee);
      return ofYear.filter(({ niveau }) => niveau >= 4).length / ofYear.length;
    };
    expect(part(2022)).toBeGreaterThan(0.45);
    expect(part(2022)).toBeLessThan(0.65);
    expect(part(2020)).toBeLessThan(part(2021));
    expect(part(2021)).toBeLessThan(part(2022));
  });

  test('des facteurs connus, sans doublon, plus nombreux quand la tension est forte', () => {
    const attendus = new Map([
      [1, 0],
      [2, 1],
      [3, 1],
      [4, 2],
      [5, 3],
    ]);
    for (const { facteurs, niveau } of tensions) {
      expect(facteurs).toHaveLength(attendus.get(niveau) ?? -1);
      expect(FACTEURS_TENSION).toEqual(expect.arrayContaining([...facteurs]));
      expect(new Set(facteurs).size).toBe(facteurs.length);
    }
  });

  test('chaque valeur dit sa source, sa date d’arrêté, et qu’elle est de démonstration', () => {
    for (const { source, arreteLe, demonstration } of tensions) {
      expect(source).toContain('démonstration');
      expect(arreteLe < DATE_DEMONSTRATION).toBe(true);
      expect(demonstration).toBe(true);
    }
  });
});

test('la petite taille garde la dernière année, avec les mêmes valeurs', () => {
  const petite = tensionsDemonstration('32', 'petite');
  expect(petite).toHaveLength(METIERS.length * 26);
  expect(petite).toEqual(
    tensionsDemonstration('32', 'region').filter(({ annee }) => annee === 2022),
  );
});

test('la même graine donne les mêmes octets, une autre graine d’autres niveaux', () => {
  const once = JSON.stringify(tensionsDemonstration('32', 'petite', 'graine'));
  expect(JSON.stringify(tensionsDemonstration('32', 'petite', 'graine'))).toBe(once);
  expect(JSON.stringify(tensionsDemonstration('32', 'petite', 'autre'))).not.toBe(once);
});

test('une région sans arrondissement a ses tensions par département', () => {
  const tensions = tensionsDemonstration('06', 'petite');
  expect(tensions).toHaveLength(METIERS.length);
  expect(tensions[0]?.territoire).toEqual({ code: '976', maille: 'DEPARTEMENT' });
});
