import { expect, test } from 'vitest';
import { lireOctets } from './lire-octets.js';

const octets = (...valeurs: readonly number[]): ArrayBuffer => new Uint8Array(valeurs).buffer;

test('lit l’UTF-8, avec ou sans sa marque', () => {
  expect(lireOctets(octets(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).toEqual({
    texte: 'é',
    encodage: 'UTF-8',
  });
  expect(lireOctets(octets(0xc3, 0xa9))).toEqual({ texte: 'é', encodage: 'UTF-8' });
  expect(lireOctets(octets())).toEqual({ texte: '', encodage: 'UTF-8' });
});

test('lit ce qu’écrivent les tableurs : Windows-1252, UTF-16', () => {
  expect(lireOctets(octets(0x52, 0xe9, 0x67, 0x80))).toEqual({
    texte: 'Rég€',
    encodage: 'Windows-1252',
  });
  expect(lireOctets(octets(0xff, 0xfe, 0xe9, 0x00))).toEqual({ texte: 'é', encodage: 'UTF-16' });
});
