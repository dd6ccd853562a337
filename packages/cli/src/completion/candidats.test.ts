import { expect, test } from 'vitest';
import type { Monde } from '../monde.js';
import { createProgramme } from '../programme.js';
import { candidats } from './candidats.js';

const monde: Monde = {
  env: {},
  dossier: '/',
  ecrire: () => undefined,
  dire: () => undefined,
  largeur: 100,
  anime: false,
  couleur: false,
  attendre: () => Promise.resolve(),
  maintenant: () => new Date(0),
};
const programme = createProgramme({ monde, terminer: () => undefined }, '0');
const apres = (...mots: string[]): string[] => candidats(programme, mots);

test('complète les commandes, puis leurs sous-commandes', () => {
  expect(apres('p')).toEqual(['publier', 'promouvoir']);
  expect(apres('publier', '')).toEqual(['schema', 'module']);
  expect(apres('promouvoir', '')).toEqual(['schema', 'module']);
});

test('complète les options et les valeurs qui ont un choix', () => {
  expect(apres('etat', '--c')).toEqual(['--canal']);
  expect(apres('etat', '--canal', '')).toEqual(['recette', 'production']);
  expect(apres('etat', '--json', '--canal', 'p')).toEqual(['production']);
});

test('laisse les fichiers au terminal, et tait ce qui n’est pas pour les gens', () => {
  expect(apres('publier', 'schema', '')).toEqual([]);
  expect(apres('')).not.toContain('_completer');
});
