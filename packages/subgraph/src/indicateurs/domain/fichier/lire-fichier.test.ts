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
    noms: ['Valenciennes'],
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
  expect(lireFichier(texte, SANS_CONTEXTE)).toMatchObject({
    forme: 'SERIE',
    valeurs: [{ code: '', noms: ['Hauts-de-France', 'Taux de chômage localisé'] }, {}],
  });
  expect(lireFichier(texte, { maille: 'REGION', territoire: '32' })).toMatchObject({
    forme: 'SERIE',
    erreurs: [],
    valeurs: [
      { ligne: 5, maille: 'REGION', code: '32', periode: '2024-T4', valeur: 8.7 },
      { ligne: 6, periode: '2024-T3', valeur: 8.8 },
    ],
  });
});

// The files below are written here in the layouts that INSEE and the operator document; none of
// their figures is real.

test('catalogue de données de l’INSEE (Melodi) : GEO, GEO_OBJECT, croisements et mailles absentes', () => {
  const lu = lireFichier(
    '\ufeff"GEO";"GEO_OBJECT";"SEX";"AGE";"EMP_MEASURE";"OBS_STATUS";TIME_PERIOD;OBS_VALUE\r\n' +
      '"FRANCE";"FRANCE";"_T";"_T";"X";"";2022;900\r\n' +
      '"596";"ARR";"_T";"_T";"X";"";2022;120.5\r\n' +
      '"596";"ARR";"F";"_T";"X";"";2022;60\r\n' +
      '"596";"ARR";"F";"Y15T24";"X";"";2022;10\r\n' +
      '"596";"ARR";"_T";"Y_GE50";"X";"";2022;30\r\n' +
      '"596";"ARR";"_T";"Y_GE80";"X";"";2022;3\r\n' +
      '"2023-DEP-59";"";"_T";"_T";"X";"";2022;\r\n' +
      '"3210";"ZE2020";"_T";"_T";"X";"";2022;44\r\n',
    SANS_CONTEXTE,
  );
  expect(lu).toMatchObject({
    forme: 'LONGUE',
    erreurs: [],
    vides: 1,
    horsChamp: 4,
    valeurs: [
      { ligne: 3, maille: 'ARRONDISSEMENT', code: '596', dimension: null, valeur: 120.5 },
      { ligne: 4, dimension: 'SEXE', modalite: 'FEMMES', valeur: 60 },
      { ligne: 6, dimension: 'AGE', modalite: 'A_PARTIR_DE_50_ANS', valeur: 30 },
    ],
  });
});

test('catalogue de l’INSEE : un identifiant de territoire dit sa maille', () => {
  expect(
    lireFichier('GEO;TIME_PERIOD;OBS_VALUE\n2023-DEP-59;2022;8,4\n2023-COM-59350;2022;9\n', {
      maille: 'REGION',
      territoire: null,
    }),
  ).toMatchObject({
    valeurs: [
      { maille: 'DEPARTEMENT', code: '59', valeur: 8.4 },
      { maille: 'COMMUNE', code: '59350' },
    ],
  });
});

test('fichier de l’opérateur : types de territoire et périodes dans leurs codes', () => {
  expect(
    lireFichier(
      'codeTypeTerritoire,codeTerritoire,libTerritoire,codeTypePeriode,codePeriode,valeurPrincipaleNombre\n' +
        'REG,32,Hauts-de-France,TRIMESTRE,2023T3,511 880\n' +
        'DEP,2,Aisne,MOIS,202310,n.d.\n' +
        'BASSIN,3201,Un bassin,TRIMESTRE,2023T3,12\n',
      SANS_CONTEXTE,
    ),
  ).toMatchObject({
    erreurs: [],
    vides: 1,
    horsChamp: 1,
    valeurs: [{ maille: 'REGION', code: '32', periode: '2023-T3', noms: ['Hauts-de-France'] }],
  });
});

test('plusieurs séries de l’INSEE : le territoire est dans le titre, les codes de statut se sautent', () => {
  expect(
    lireFichier(
      '"Libellé";"idBank";"Dernière mise à jour";"Période";"2023-T2";"2023-T3"\n' +
        '"Taux de chômage localisé par département - Nord";"001515898";"13/12/2023";"";"9.1";"9.0"\n' +
        '"";"";"";"";"A";"P"\n' +
        '"Taux de chômage localisé par région - Hauts-de-France";"001515842";"";"";"8.8";""\n',
      SANS_CONTEXTE,
    ),
  ).toMatchObject({
    forme: 'SERIES',
    erreurs: [],
    vides: 1,
    valeurs: [
      { ligne: 2, maille: 'DEPARTEMENT', periode: '2023-T2', valeur: 9.1 },
      { ligne: 2, periode: '2023-T3', valeur: 9 },
      { ligne: 4, maille: 'REGION', noms: ['Hauts-de-France', expect.any(String)] },
    ],
  });
});

test('un fichier de plus de 20 000 lignes est refusé avant d’être lu', () => {
  expect(lireFichier(`code;annee;valeur\n${'596;2022;1\n'.repeat(20_001)}`, SANS_CONTEXTE)).toBe(
    'FICHIER_TROP_GRAND',
  );
});

test.each(['', 'bonjour', 'a;b;c\n1;2;3', '"guillemet ouvert;1\n2;3'])(
  'dit qu’il ne sait pas lire %j',
  (texte) => {
    expect(lireFichier(texte, SANS_CONTEXTE)).toBe('FICHIER_ILLISIBLE');
  },
);
