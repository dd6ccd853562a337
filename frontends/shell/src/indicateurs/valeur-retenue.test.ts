import { expect, test } from 'vitest';
import { resteAPublier } from './valeur-retenue.js';

const reponse = {
  issue: 'RETENUE' as const,
  motif: 'Leur décompte est le bon.',
  auteur: 'directeur territorial',
  le: '2023-12-10T09:00:00Z',
};
const lue = { valeur: 11_000, masque: false, publieeLe: '2023-10-25T09:00:00Z' };

test('une valeur retenue reste à publier tant que la valeur officielle est une autre', () => {
  expect(resteAPublier(lue, { proposee: 9_800, reponse })).toBe(true);
  expect(resteAPublier({ ...lue, valeur: 9_800 }, { proposee: 9_800, reponse })).toBe(false);
});

test('une valeur masquée ne se compare pas : une publication depuis la réponse suffit', () => {
  const masquee = { ...lue, valeur: null, masque: true };
  expect(resteAPublier(masquee, { proposee: 9_800, reponse })).toBe(true);
  const depuis = { ...masquee, publieeLe: '2023-12-11T09:00:00Z' };
  expect(resteAPublier(depuis, { proposee: 9_800, reponse })).toBe(false);
});

test('rien n’est à publier de ce qui est écarté ou sans réponse', () => {
  expect(resteAPublier(lue, { proposee: 9_800, reponse: null })).toBe(false);
  const ecartee = { ...reponse, issue: 'ECARTEE' as const };
  expect(resteAPublier(lue, { proposee: 9_800, reponse: ecartee })).toBe(false);
});
