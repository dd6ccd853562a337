import { expect, test } from 'vitest';
import { parseFiltre } from './parse-filtre.js';

const filtre = { page: '/decisions', nom: 'En retard', recherche: 'statut=ADOPTEE&retard=oui' };

test('garde un nom, une page et ses critères', () => {
  expect(parseFiltre({ ...filtre, nom: ' En retard ', recherche: '?q=%C3%A9t%C3%A9' })).toEqual({
    page: '/decisions',
    nom: 'En retard',
    recherche: 'q=%C3%A9t%C3%A9',
  });
});

test.each([
  { nom: '' },
  { nom: 'a'.repeat(81) },
  { nom: '<b>gras</b>' },
  { nom: 'invisible\u202e' },
  { page: 'https://ailleurs.exemple' },
  { page: '//ailleurs.exemple' },
  { page: '' },
  { recherche: 'a=b#fragment' },
  { recherche: 'a=b c' },
  { recherche: 'a'.repeat(1001) },
])('%o n’est pas un filtre', (precisions) => {
  expect(parseFiltre({ ...filtre, ...precisions })).toBeNull();
});
