import { expect, test } from 'vitest';
import { readPlainText } from './plain-text.js';

test('un texte simple est gardé comme il a été saisi, en une seule forme', () => {
  expect(readPlainText('  Réunir l’équipe\r\net conclure 👩‍🏭 ', 100)).toEqual({
    ok: true,
    texte: 'Réunir l’équipe\net conclure 👩‍🏭',
  });
});

test.each([
  ['<script>', 'TEXTE_AVEC_BALISES'],
  ['a\u202eb', 'TEXTE_INVALIDE'],
  ['a\u0000b', 'TEXTE_INVALIDE'],
  ['\ud800', 'TEXTE_INVALIDE'],
  ['x'.repeat(11), 'TEXTE_TROP_LONG'],
  ['x'.repeat(1000), 'TEXTE_TROP_LONG'],
])('%j est refusé : %s', (saisi, defaut) => {
  expect(readPlainText(saisi, 10)).toEqual({ ok: false, defaut });
});

test('la longueur se compte en caractères, pas en unités', () => {
  expect(readPlainText('👩'.repeat(10), 10)).toMatchObject({ ok: true });
});
