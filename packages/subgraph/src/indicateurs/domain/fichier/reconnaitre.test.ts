import { expect, test } from 'vitest';
import { type LieuConnu, lieuxInconnus, parNom, suggerer } from './reconnaitre.js';

const LIEUX: readonly LieuConnu[] = [
  { maille: 'REGION', code: '32', nom: 'Hauts-de-France' },
  { maille: 'DEPARTEMENT', code: '59', nom: 'Nord' },
  { maille: 'ARRONDISSEMENT', code: '595', nom: 'Lille' },
  { maille: 'ARRONDISSEMENT', code: '625', nom: 'Saint-Omer' },
  { maille: 'EPCI', code: '246200729', nom: 'Saint-Omer' },
];

test('un nom entier désigne un territoire, à la maille que dit le fichier', () => {
  expect(parNom({ maille: null, noms: ['Taux', 'hauts de france'] }, LIEUX)?.code).toBe('32');
  expect(parNom({ maille: 'ARRONDISSEMENT', noms: ['Saint-Omer'] }, LIEUX)?.code).toBe('625');
  expect(parNom({ maille: null, noms: ['Saint-Omer'] }, LIEUX)).toBeNull();
  expect(parNom({ maille: null, noms: ['Saint'] }, LIEUX)).toBeNull();
});

test.each([
  ['59005', 'ARRONDISSEMENT', [], '595'],
  ['D59', 'DEPARTEMENT', [], '59'],
  ['595', 'DEPARTEMENT', [], '595'],
  ['999', 'ARRONDISSEMENT', ['LILLE'], '595'],
] as const)('pour le code %s (%s) %j, propose %s', (code, maille, noms, attendu) => {
  expect(suggerer({ code, maille, noms }, LIEUX)?.code).toBe(attendu);
});

test('un territoire inconnu est dit une fois, avec ses lignes, et sans rien inventer', () => {
  const valeur = { periode: '2022', dimension: null, modalite: null, valeur: 1, noms: ['Paris'] };
  expect(
    lieuxInconnus(
      [
        { ...valeur, ligne: 3, maille: 'ARRONDISSEMENT', code: '751' },
        { ...valeur, ligne: 4, maille: 'ARRONDISSEMENT', code: '751' },
      ],
      LIEUX,
    ),
  ).toEqual([
    { code: '751', nom: 'Paris', maille: 'ARRONDISSEMENT', lignes: [3, 4], suggestion: null },
  ]);
});
