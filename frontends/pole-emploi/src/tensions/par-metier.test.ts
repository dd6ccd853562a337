import { expect, test } from 'vitest';
import {
  arrondissementsDe,
  grouperParMetier,
  trierParEtendue,
  trierParLibelle,
  trierParNiveau,
} from './par-metier.js';

const NOMS = { '596': 'Valenciennes', '621': 'Arras' } as const;

const tension = (libelle: string, code: keyof typeof NOMS, niveau = 5, annee = 2022) => ({
  annee,
  niveau,
  metier: { codeRome: libelle.slice(0, 2), libelle },
  territoire: { code, maille: 'ARRONDISSEMENT' as const, nom: NOMS[code] },
});

test('un métier n’est nommé qu’une fois, avec ses arrondissements', () => {
  const metiers = grouperParMetier([
    tension('Soudage', '596'),
    tension('Soudage', '621'),
    tension('Conduite', '596'),
  ]);
  expect(
    metiers.map(({ libelle, arrondissements }) => [libelle, arrondissements.map((a) => a.nom)]),
  ).toEqual([
    ['Soudage', ['Arras', 'Valenciennes']],
    ['Conduite', ['Valenciennes']],
  ]);
  expect(arrondissementsDe(metiers).map(({ nom }) => nom)).toEqual(['Arras', 'Valenciennes']);
});

test('deux niveaux ou deux années d’un métier ne se confondent pas', () => {
  expect(
    grouperParMetier([
      tension('Soudage', '596'),
      tension('Soudage', '621', 4),
      tension('Soudage', '596', 5, 2021),
    ]),
  ).toHaveLength(3);
});

test('le métier le plus répandu vient d’abord, puis l’ordre alphabétique, accents compris', () => {
  const metiers = grouperParMetier([
    tension('Zinguerie', '596'),
    tension('Électricité', '596'),
    tension('Soudage', '596'),
    tension('Soudage', '621'),
  ]);
  expect(trierParEtendue(metiers).map(({ libelle }) => libelle)).toEqual([
    'Soudage',
    'Électricité',
    'Zinguerie',
  ]);
});

test('dans un arrondissement, la plus forte tension vient d’abord, ou le nom du métier', () => {
  const tensions = [tension('Soins', '596', 3), tension('Usinage', '596'), tension('Aide', '596')];
  const noms = (liste: typeof tensions) => liste.map(({ metier }) => metier.libelle);
  expect(noms(trierParNiveau(tensions))).toEqual(['Aide', 'Usinage', 'Soins']);
  expect(noms(trierParLibelle(tensions))).toEqual(['Aide', 'Soins', 'Usinage']);
});
