import { expect, test } from 'vitest';
import { createCursorCodec } from './cursor.js';

const codec = createCursorCodec('communes', ['number', 'string']);
const refused = expect.objectContaining({ code: 'CURSEUR_INVALIDE' });

test('rend la position donnée, accents et guillemets compris', () => {
  const key = [5, 'l"étaples — \u{1f600}'];
  expect(codec.decode(codec.encode(key))).toEqual(key);
});

test('refuse tout curseur dont un caractère a changé, manque ou s’ajoute', () => {
  const cursor = codec.encode([5, 'lille']);
  for (let index = 0; index < cursor.length; index += 1) {
    for (const other of ['A', 'z', '-', '=', ' ']) {
      if (cursor[index] === other) continue;
      const changed = cursor.slice(0, index) + other + cursor.slice(index + 1);
      expect(() => codec.decode(changed), changed).toThrow(refused);
    }
    expect(() => codec.decode(cursor.slice(0, index))).toThrow(refused);
  }
  for (const suffix of ['A', '=', '\n', ' ', '%00']) {
    expect(() => codec.decode(cursor + suffix), suffix).toThrow(refused);
  }
});

test('refuse le curseur d’une autre liste, ou d’une autre forme', () => {
  const other = createCursorCodec('epci', ['number', 'string']).encode([5, 'lille']);
  expect(() => codec.decode(other)).toThrow(refused);
  for (const key of [['5', 'lille'], [5], [5, 'lille', 1]]) {
    expect(() => codec.decode(codec.encode(key)), JSON.stringify(key)).toThrow(refused);
  }
});

test('ne lit pas un curseur démesuré', () => {
  expect(() => codec.decode('A'.repeat(100_000))).toThrow(refused);
});
