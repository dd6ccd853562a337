import { expect, test } from 'vitest';
import { cheminTerritoire, deNom, ecrireTerritoire, lireTerritoire } from './territoire.js';

test('un territoire s’écrit dans une adresse et s’y relit', () => {
  const valenciennes = { code: '596', maille: 'ARRONDISSEMENT' } as const;
  expect(ecrireTerritoire(valenciennes)).toBe('arrondissement:596');
  expect(lireTerritoire('arrondissement:596')).toEqual(valenciennes);
  expect(cheminTerritoire(valenciennes)).toBe('/territoires/arrondissement/596');
});

test.each([null, '', '596', 'planete:1', 'commune:', 'commune:5;9', 'toString:59'])(
  '« %s » n’est pas un territoire',
  (texte) => {
    expect(lireTerritoire(texte)).toBeNull();
  },
);

test('le nom d’un lieu se lit après « de »', () => {
  expect(
    ['Valenciennes', 'Arras', 'Étaples', 'Le Touquet', 'Les Attaques', 'La Fère'].map(deNom),
  ).toEqual([
    'de Valenciennes',
    'd’Arras',
    'd’Étaples',
    'du Touquet',
    'des Attaques',
    'de La Fère',
  ]);
});
