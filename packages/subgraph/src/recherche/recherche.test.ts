import { expect, test } from 'vitest';
import { createBinder, matchCondition } from './match-condition.js';
import { parseRecherche } from './recherche.js';

test('rien de saisi, rien de cherché', () => {
  for (const texte of [null, undefined, '', '   ']) expect(parseRecherche(texte)).toBeNull();
});

test('cherche « saint » et ce qui commence par « st »', () => {
  expect(parseRecherche('St Quentin')).toEqual({
    code: 'ST QUENTIN',
    cles: ['saint quentin', 'st quentin'],
    mots: [
      ['saint', 'quentin'],
      ['st', 'quentin'],
    ],
  });
});

test('refuse une recherche démesurée', () => {
  expect(parseRecherche('a'.repeat(100))).not.toBeNull();
  expect(() => parseRecherche('a'.repeat(101))).toThrow(
    expect.objectContaining({ code: 'RECHERCHE_TROP_LONGUE' }),
  );
});

test('tout ce qui vient de la saisie passe par une valeur, jamais par le texte SQL', () => {
  const recherche = parseRecherche(`l'%_\\"; DROP TABLE --`);
  const { values, bind } = createBinder();
  const sql = matchCondition(recherche ?? never(), { code: 't.code', key: 't.cle' }, bind);
  expect(sql.replaceAll(/\$\d+/g, '')).not.toMatch(/drop|%|_\\/i);
  // LIKE's own characters have gone with the punctuation.
  expect(values.slice(0, -1)).toEqual(['% l%', '% drop%', '% table%']);
});

function never(): never {
  throw new Error('a search was expected');
}
