import { expect, test } from 'vitest';
import { createCursorCodec } from './cursor.js';
import { parsePage, toSlice } from './page.js';

const codec = createCursorCodec('liste', ['number']);

test('prend la taille par défaut quand rien n’est demandé', () => {
  expect(parsePage({}, codec)).toEqual({ first: 20, after: null });
  expect(parsePage({ first: null, after: null }, codec, 50)).toEqual({ first: 50, after: null });
  expect(parsePage({ first: 1, after: codec.encode([7]) }, codec)).toEqual({
    first: 1,
    after: [7],
  });
});

test.each([0, -1, 101, 1.5, Number.NaN, 2 ** 31])('refuse une page de %s éléments', (first) => {
  expect(() => parsePage({ first }, codec)).toThrow(
    expect.objectContaining({ code: 'PAGE_INVALIDE' }),
  );
});

test('l’élément de trop dit seulement qu’une page suit', () => {
  expect(toSlice([1, 2, 3], 2)).toEqual({ rows: [1, 2], hasNextPage: true });
  expect(toSlice([1, 2], 2)).toEqual({ rows: [1, 2], hasNextPage: false });
  expect(toSlice([], 2)).toEqual({ rows: [], hasNextPage: false });
});
