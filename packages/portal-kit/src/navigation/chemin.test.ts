import { expect, test } from 'vitest';
import { rechercheModifiee } from './chemin.js';

test('un filtre s’écrit dans l’adresse à côté des autres, et s’en retire', () => {
  const recherche = new URLSearchParams('secteur=btp&q=soudeur');
  expect(rechercheModifiee(recherche, { q: 'caces', annee: '2022' })).toBe(
    '?secteur=btp&q=caces&annee=2022',
  );
  expect(rechercheModifiee(recherche, { q: null, secteur: '' })).toBe('');
});
