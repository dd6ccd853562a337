import { expect, test } from 'vitest';
import { parseCourriel } from './parse-courriel.js';

const lire = (texte: string) => parseCourriel(texte, ['maison.exemple']);

test('lit l’adresse d’un agent de la maison, sans égard à la casse de son domaine', () => {
  expect(lire(' prenom.nom@Maison.Exemple ')).toEqual({
    ok: true,
    adresse: 'prenom.nom@Maison.Exemple',
  });
});

test.each([
  '',
  'sans-arobase',
  'deux@arobases@maison.exemple',
  'a@maison.exemple, b@maison.exemple',
  'a@maison.exemple\r\nBcc: b@ailleurs.exemple',
  '"Nom" <a@maison.exemple>',
  `${'a'.repeat(300)}@maison.exemple`,
])('« %s » n’est pas une adresse', (texte) => {
  expect(lire(texte)).toEqual({ ok: false, code: 'COURRIEL_INVALIDE' });
});

test.each(['a@ailleurs.exemple', 'a@sous.maison.exemple', 'a@maison.exemple.fr'])(
  '« %s » n’est pas de la maison',
  (texte) => {
    expect(lire(texte)).toEqual({ ok: false, code: 'COURRIEL_HORS_MAISON' });
  },
);
