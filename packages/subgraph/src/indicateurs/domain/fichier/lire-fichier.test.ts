import { expect, test } from 'vitest';
import { lireFichier } from './lire-fichier.js';
import { lireNombre } from './lire-nombre.js';

const SANS_CONTEXTE = { maille: null, territoire: null };

test('lit les nombres comme les fichiers français les écrivent', () => {
  expect(lireNombre('511 880')).toEqual({ sorte: 'nombre', valeur: 511_880 });
  expect(lireNombre('1\u202f234,5')).toEqual({ sorte: 'nombre', valeur: 1234.5 });
  expect(lireNombre('8,7 %')).toEqual({ sorte: 'nombre', valeur: 8.7 });
  for (const vide of ['', 'nd', '…', '///', 'S']) expect(lireNombre(vide).sorte).toBe('vide');
  for (const faux of ['12 bis', '1,2,3', '0x10', 'Infinity', '1e9']) {
    expect(lireNombre(faux).sorte, faux).toBe('illisible');
  }
});

test('tableau large de l’INSEE : un territoire par ligne, un trimestre par colonne', () => {
  const lu = lireFichier(
    [
      'Taux de chômage localisés par arrondissement;;;',
      'Code;Libellé;T2_2023;T3_2023',
      '596;Valenciennes;11,2;11,4',
      '595;Lille;9,0;nd',
      'Source : Insee.;;;',
    ].join('\r\n'),
    { maille: 'ARRONDISSEMENT', territoire: null },
  );
  expect(lu).toMatchObject({ forme: 'LARGE', erreurs: [], vides: 1 });
  expect(lu).toHaveProperty('valeurs.length', 3);
  expect(lu).toHaveProperty('valeurs.1', {
    ligne: 3,
    maille: 'ARRONDISSEMENT',
    code: '596',
    periode: '2023-T3',
    dimension: null,
    modalite: null,
    valeur: 11.4,
  });
});

test('fichier long : une valeur par ligne, avec sa ventilation', () => {
  const lu = lireFichier(
    '\ufeffcode_departement,trimestre,dimension,modalité,effectif\n' +
      '59,2023-T3,Total,,237430\n59,2023-T3,Sexe,Femmes,"118 715"\n59,2023-T7,,,12\n' +
      '59,2023-T3,Couleur,Rouge,4\n59,2023-T3,Sexe,Hommes,douze\n',
    SANS_CONTEXTE,
  );
  expect(lu).toMatchObject({
    forme: 'LONGUE',
    valeurs: [
      { ligne: 2, maille: 'DEPARTEMENT', code: '59', dimension: null, valeur: 237_430 },
      { ligne: 3, dimension: 'SEXE', modalite: 'FEMMES', valeur: 118_715 },
    ],
    erreurs: [
      { ligne: 4, code: 'PERIODE_INVALIDE' },
      { ligne: 5, code: 'COLONNE_INCONNUE' },
      { ligne: 6, code: 'VALEUR_INVALIDE' },
    ],
  });
});

test('série de la banque de données de l’INSEE : un territoire par fichier', () => {
  const texte = [
    '"Libellé";"Taux de chômage localisé - Hauts-de-France";"Codes"',
    '"idBank";"001739980";""',
    '"Dernière mise à jour";"25/03/2025 12:00";""',
    '"Période";"";""',
    '"2024-T4";"8.7";"P"',
    '"2024-T3";"8.8";"A"',
  ].join('\n');
  expect(lireFichier(texte, SANS_CONTEXTE)).toBe('FICHIER_ILLISIBLE');
  expect(lireFichier(texte, { maille: 'REGION', territoire: '32' })).toMatchObject({
    forme: 'SERIE',
    erreurs: [],
    valeurs: [
      { ligne: 5, maille: 'REGION', code: '32', periode: '2024-T4', valeur: 8.7 },
      { ligne: 6, periode: '2024-T3', valeur: 8.8 },
    ],
  });
});

test.each(['', 'bonjour', 'a;b;c\n1;2;3', '"guillemet ouvert;1\n2;3'])(
  'dit qu’il ne sait pas lire %j',
  (texte) => {
    expect(lireFichier(texte, SANS_CONTEXTE)).toBe('FICHIER_ILLISIBLE');
  },
);
