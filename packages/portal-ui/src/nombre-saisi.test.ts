import { describe, expect, it } from 'vitest';
import { entierEntre } from './nombre-saisi.js';

describe('nombre saisi', () => {
  it.each([
    ['0', 0],
    [' 55 ', 55],
    ['100', 100],
  ])('lit « %s »', (texte, attendu) => {
    expect(entierEntre(texte, 0, 100)).toBe(attendu);
  });

  it.each(['101', '-1', '', '5,5', '1e2', '12 %', 'dix', '0x10'])('refuse « %s »', (texte) => {
    expect(entierEntre(texte, 0, 100)).toBeNull();
  });
});
