import { expect, test } from 'vitest';
import { choisir } from './choisir.js';

const formation = (nom: string, placesRestantes: number) => ({
  nom,
  placesRestantes,
  sessions: { nodes: placesRestantes > 0 ? ['session'] : [] },
});
const formations = [formation('A', 3), formation('B', 0), formation('C', 9), formation('D', 3)];
const noms = (...args: Parameters<typeof choisir<(typeof formations)[number]>>) =>
  choisir(...args).map(({ nom }) => nom);

test('le plus de places vient d’abord, puis l’ordre des intitulés', () => {
  expect(noms(formations, { ouvertes: false, ordre: 'places' })).toEqual(['C', 'A', 'D', 'B']);
});

test('une formation sans session ouverte se retire, sans changer l’ordre', () => {
  expect(noms(formations, { ouvertes: true, ordre: 'intitule' })).toEqual(['A', 'C', 'D']);
});
