import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.js';

test('l’ordre des clés ne change pas le texte', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é' })).toBe(
    '{"a":"é","b":[{"c":null,"d":1}]}',
  );
  expect(canonicalJson({ a: 'é', b: [{ c: null, d: 1 }] })).toBe(
    canonicalJson({ b: [{ d: 1, c: null }], a: 'é' }),
  );
});

test('l’ordre d’une liste compte', () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});
