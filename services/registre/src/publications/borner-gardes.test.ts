import { expect, test } from 'vitest';
import { bornerGardes } from './borner-gardes.js';

const refs = (nombre: number) =>
  Array.from({ length: nombre }, (_, rang) => ({
    editeur: 'region',
    lot: 'module' as const,
    numero: nombre - rang,
  }));
const poids = (fichiers: number, caracteres: number) => async () => ({
  fichiers: Array.from({ length: fichiers }),
  documents: [{ texte: 'x'.repeat(caracteres) }],
});

test('ce qui est gardé d’ordinaire l’est tout entier', async () => {
  expect(await bornerGardes(refs(200), poids(10, 10_000))).toEqual(refs(200));
});

test('qui publie toute la journée de grands lots n’en fait garder que les plus récents', async () => {
  expect(await bornerGardes(refs(200), poids(400, 0))).toEqual(refs(200).slice(0, 25));
  expect(await bornerGardes(refs(200), poids(1, 250_000))).toEqual(refs(200).slice(0, 16));
});
