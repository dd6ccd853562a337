import { expect, test } from 'vitest';
import type { VersionLue } from './contribution.js';
import { historiqueEnTableau } from './historique-en-tableau.js';

const PUBLIEE: VersionLue = {
  id: 'c',
  version: 2,
  avancement: 40,
  meteo: 'SOLEIL',
  commentaire: 'En cours.',
  preuve: null,
  auteur: 'chargé de mission, Région',
  modifieLe: '2023-12-01T09:00:00Z',
  etat: 'PUBLIEE',
  visibilite: 'PARTENAIRES',
  publieLe: '2023-12-04T23:30:00Z',
  demonstration: true,
};

test('une version tient une ligne : son avancement est un nombre, ses jours ceux de Paris', () => {
  const brouillon: VersionLue = { ...PUBLIEE, version: 3, etat: 'BROUILLON', publieLe: null };
  const { colonnes, lignes } = historiqueEnTableau('region', 'E07', [brouillon, PUBLIEE]);
  expect(lignes[0]).toHaveLength(colonnes.length);
  expect(lignes[1]).toEqual([
    'E07',
    'Région',
    2,
    'publiée',
    40,
    'sur la route',
    'En cours.',
    '',
    'Les partenaires',
    { jour: '2023-12-01' },
    { jour: '2023-12-05' },
    'chargé de mission, Région',
    true,
  ]);
  // A draft was never published: no date is made up for it.
  expect(lignes[0]?.[3]).toBe('brouillon');
  expect(lignes[0]?.[10]).toBeNull();
});
