import { expect, test } from 'vitest';
import { situationsEnTableau } from './situations-en-tableau.js';

test('un arrêté dit son jour, son heure de Paris et les maisons qui manquaient', () => {
  const { lignes } = situationsEnTableau([
    {
      id: 's1',
      titre: 'Comité de janvier',
      le: '2023-12-15',
      arreteeLe: '2023-12-15T23:30:00Z',
      auteur: 'chef de projet',
      empreinte: 'abc',
      manquants: [],
      demonstration: true,
    },
  ]);
  expect(lignes[0]?.slice(2, 7)).toEqual([
    { jour: '2023-12-15' },
    'chef de projet',
    { jour: '2023-12-16' },
    '00:30',
    'aucune',
  ]);
});
