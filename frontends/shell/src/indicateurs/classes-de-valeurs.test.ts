import { expect, test } from 'vitest';
import { classeDe, classerValeurs } from './classes-de-valeurs.js';

test('cinq classes d’à peu près autant de territoires', () => {
  const classes = classerValeurs(Array.from({ length: 26 }, (_, rang) => rang));
  expect(classes.map(({ min, max }) => max - min + 1)).toEqual([5, 5, 6, 5, 5]);
  expect(classes.map(({ rang }) => rang)).toEqual([1, 2, 3, 4, 5]);
});

test('des valeurs égales sont toujours dans la même classe', () => {
  const valeurs = [1, 1, 1, 1, 1, 1, 2, 3];
  const classes = classerValeurs(valeurs);
  expect(
    classes.every((classe, rang) => rang === 0 || classe.min > (classes[rang - 1]?.max ?? 0)),
  ).toBe(true);
  expect(classeDe(classes, 1)).toBe(1);
  for (const valeur of valeurs) expect(classeDe(classes, valeur)).not.toBeNull();
});

test('sans valeur, pas de classe', () => {
  expect(classerValeurs([])).toEqual([]);
  expect(classeDe(classerValeurs([1, 2]), null)).toBeNull();
});
