import { expect, test } from 'vitest';
import { parseContenu } from './parse-contenu.js';

const saisi = (precisions: object) => ({
  avancement: 50,
  meteo: 'SOLEIL' as const,
  ...precisions,
});
const refused = (precisions: object) => {
  try {
    parseContenu(saisi(precisions));
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error;
  }
  return null;
};

test('complète ce qui n’est pas dit', () => {
  expect(parseContenu(saisi({ commentaire: '  \r\n ', preuve: '' }))).toEqual({
    avancement: 50,
    meteo: 'SOLEIL',
    commentaire: null,
    preuve: null,
    visibilite: 'PARTENAIRES',
  });
});

test.each([0, 100])('accepte un avancement de %s', (avancement) => {
  expect(refused({ avancement })).toBeNull();
});

test.each([-1, 101, 50.5, Number.NaN, Number.POSITIVE_INFINITY])(
  'refuse un avancement de %s',
  (avancement) => {
    expect(refused({ avancement })).toBe('AVANCEMENT_INVALIDE');
  },
);

test('compte les caractères comme on les lit, et les garde', () => {
  const commentaire = '😀'.repeat(2000);
  expect(parseContenu(saisi({ commentaire })).commentaire).toBe(commentaire);
  expect(refused({ commentaire: `${commentaire}x` })).toBe('COMMENTAIRE_TROP_LONG');
});

test.each([
  '<b>gras</b>',
  '</div>',
  '<!-- caché -->',
  '<?php ?>',
  'x <svg/onload=1>',
  'fin <A HREF=x',
])('refuse la balise de « %s »', (commentaire) => {
  expect(refused({ commentaire })).toBe('TEXTE_AVEC_BALISES');
});

test.each(['5 < 10', 'a <3 b', 'x << y', '< 5 %', '=> voir §2', 'tab\tulé\nligne'])(
  'accepte « %s »',
  (commentaire) => {
    expect(parseContenu(saisi({ commentaire })).commentaire).toBe(commentaire);
  },
);

test.each([
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u061c',
  '\u200b',
  '\u202e',
  '\u2063',
  '\u2066',
  '\ufeff',
  '\ufffb',
  '\u{e0041}',
  '\ud800',
])('refuse un caractère invisible, de direction ou tronqué (%j)', (caractere) => {
  expect(refused({ commentaire: `a${caractere}b` })).toBe('TEXTE_INVALIDE');
});

test.each(['coor\u00addonner', '👩\u200d👩\u200d👧', 'n\u200cm'])(
  'garde ce qui lie ou coupe les lettres d’un texte ordinaire (%j)',
  (commentaire) => {
    expect(parseContenu(saisi({ commentaire })).commentaire).toBe(commentaire);
  },
);

test.each([
  'https://www.exemple.fr/releve.pdf?page=2#bas',
  'Relevé de conclusions : séance du 3 octobre',
  'Comité technique du 3 octobre, page 4',
  'releve: page 4',
])('accepte la preuve « %s »', (preuve) => {
  expect(parseContenu(saisi({ preuve })).preuve).toBe(preuve);
});

test.each([
  'http://www.exemple.fr',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://agent:mdp@exemple.fr',
  'https://',
  'https://localhost/x',
  // What a page that made a link of it would run, or follow to another host.
  'javascript: alert(1)',
  'vbscript: x',
  'data: text/html,x',
  'java\tscript:alert(1)',
  'ht\ttps://exemple.fr',
  'https:exemple.fr',
  '//exemple.fr/x',
  '\\\\exemple.fr\\x',
  'une\npreuve',
  'a'.repeat(301),
])('refuse la preuve « %s »', (preuve) => {
  expect(refused({ preuve })).toBe('PREUVE_INVALIDE');
});
