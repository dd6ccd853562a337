import { expect, test } from 'vitest';
import { erreursDeSaisie, lireSaisieGardee, memeSaisie, type Saisie } from './saisie.js';

const uneSaisie = (changements: Partial<Saisie> = {}): Saisie => ({
  avancement: 55,
  meteo: 'COUVERT',
  commentaire: '12 places ouvertes à Denain.',
  preuve: '',
  visibilite: 'PARTENAIRES',
  ...changements,
});

test('une saisie ordinaire n’a pas d’erreur', () => {
  expect(erreursDeSaisie(uneSaisie())).toEqual({});
  expect(erreursDeSaisie(uneSaisie({ preuve: 'https://exemple.test/releve.pdf' }))).toEqual({});
  expect(erreursDeSaisie(uneSaisie({ preuve: 'Relevé : séance du 3 octobre' }))).toEqual({});
});

test.each([
  ['avancement', { avancement: 101 }],
  ['avancement', { avancement: 12.5 }],
  ['commentaire', { commentaire: 'x'.repeat(2_001) }],
  ['commentaire', { commentaire: 'un <b>mot</b>' }],
  ['preuve', { preuve: 'javascript:alert(1)' }],
  ['preuve', { preuve: 'http://exemple.test' }],
  ['preuve', { preuve: 'https://' }],
  ['preuve', { preuve: 'x'.repeat(301) }],
] as const)('le champ « %s » dit ce qui ne va pas', (champ, changement) => {
  expect(Object.keys(erreursDeSaisie(uneSaisie(changement)))).toEqual([champ]);
});

test('un caractère hors du plan de base compte pour un', () => {
  expect(erreursDeSaisie(uneSaisie({ commentaire: '🚆'.repeat(2_000) }))).toEqual({});
});

test('une saisie gardée sur le poste se relit après un passage par le stockage', () => {
  const gardee = { saisie: uneSaisie(), versionDeBase: 3 };
  expect(lireSaisieGardee(JSON.parse(JSON.stringify(gardee)))).toEqual(gardee);
});

test('ce qu’une autre version de la page a gardé autrement est ignoré', () => {
  expect(lireSaisieGardee(null)).toBeNull();
  expect(lireSaisieGardee({ saisie: { ...uneSaisie(), meteo: 'NEIGE' } })).toBeNull();
  expect(lireSaisieGardee({ saisie: { ...uneSaisie(), commentaire: 3 } })).toBeNull();
});

test('des espaces autour du texte ne font pas une modification', () => {
  expect(
    memeSaisie(uneSaisie(), uneSaisie({ commentaire: ' 12 places ouvertes à Denain. ' })),
  ).toBe(true);
  expect(memeSaisie(uneSaisie(), uneSaisie({ avancement: 60 }))).toBe(false);
});
