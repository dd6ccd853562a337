import { expect, test } from 'vitest';
import { nombreSaisi } from './nombre-saisi.js';

test('un nombre se lit comme on l’écrit en français, avec ses espaces et sa virgule', () => {
  expect(nombreSaisi('10\u202f950,5')).toBe(10_950.5);
  expect(nombreSaisi(' 0 ')).toBe(0);
});

test('ce qui n’est pas un nombre n’en devient pas un', () => {
  for (const texte of ['', '  ', 'abc', '1,2,3', '12 personnes']) {
    expect(nombreSaisi(texte)).toBeNull();
  }
});
