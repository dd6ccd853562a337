import { expect, test } from 'vitest';
import { comparerCartes } from './comparer-cartes.js';
import type { Proposition } from './proposition.js';
import { uneCarte } from './une-carte.suite.js';

const TOUS = ['etat', 'region', 'pole-emploi'];
const UN_TYPE = { nature: 'OBJET', cles: [], champsDeCle: {} } as const;

const CAS: readonly [
  titre: string,
  changer: (carte: Proposition) => void,
  phrase: string,
  concernes: readonly string[],
][] = [
  [
    'un type qui change de main concerne qui le perd et qui le gagne',
    ({ carte }) => {
      carte.types['Copilote'] = { ...UN_TYPE, partenaire: 'region', cles: [], champsDeCle: {} };
    },
    '« Copilote » passe de « etat » à « region ».',
    ['etat', 'region'],
  ],
  [
    'un type attribué concerne son partenaire',
    ({ carte }) => {
      carte.types['Bilan'] = { ...UN_TYPE, partenaire: 'region', cles: [], champsDeCle: {} };
    },
    '« Bilan » est attribué à « region ».',
    ['region'],
  ],
  [
    'un type rendu concerne son partenaire',
    ({ carte }) => {
      delete carte.types['Copilote'];
    },
    '« Copilote » n’est plus attribué à « etat ».',
    ['etat'],
  ],
  [
    'une clé qui change concerne le propriétaire',
    ({ carte }) => {
      const metier = carte.types['Metier'];
      if (metier) metier.cles.push('id');
    },
    'La nature ou les clés de « Metier » (pole-emploi) changent.',
    ['pole-emploi'],
  ],
  [
    'un suffixe concerne tous les partenaires',
    ({ carte }) => {
      carte.partenaires['region'] = { suffixe: 'ConseilRegional' };
    },
    'Le suffixe de « region » passe de « Region » à « ConseilRegional ».',
    TOUS,
  ],
  [
    'un nouveau partenaire concerne tous ceux qui sont là : lui ne peut pas encore signer',
    ({ carte }) => {
      carte.partenaires['apec'] = { suffixe: 'Apec' };
    },
    '« apec » devient partenaire, avec le suffixe « Apec ».',
    TOUS,
  ],
  [
    'une valeur partagée concerne tous',
    ({ carte }) => {
      carte.valeursPartagees['Secteur'] = 'enum Secteur {\n  BTP\n}';
    },
    'La forme de la valeur partagée « Secteur » change.',
    TOUS,
  ],
  [
    'le texte commun concerne tous',
    ({ carte }) => {
      carte.textesCommuns['Query.instances'] = 'etat';
    },
    '« Query.instances » entre dans le texte commun, original de « etat ».',
    TOUS,
  ],
  [
    'un champ racine, dont l’espace est commun, concerne tous',
    ({ carte }) => {
      carte.racines['Query.apprentissages'] = 'region';
    },
    'Le champ racine « Query.apprentissages » est attribué à « region ».',
    TOUS,
  ],
  [
    'un accord concerne qui le donne et qui en profite',
    ({ carte }) => {
      carte.accords.push({
        nature: 'REQUIRES',
        coordonnee: 'Metier.libelle',
        beneficiaire: 'region',
      });
    },
    'Accord donné : @requires sur « Metier.libelle » pour « region ».',
    ['region', 'pole-emploi'],
  ],
  [
    'des hôtes, où vont les demandes de tous, concernent tous',
    ({ hotes }) => {
      hotes['region'] = ['region.exemple.fr'];
    },
    'Les hôtes de « region » deviennent : region.exemple.fr.',
    TOUS,
  ],
  [
    'des responsables ne concernent que leur maison',
    ({ responsables }) => {
      responsables['region'] = { titulaire: 'a', suppleant: 'b' };
    },
    'Les responsables de « region » deviennent a, suppléance b.',
    ['region'],
  ],
];

test.each(CAS)('%s', (_, changer, phrase, concernes) => {
  expect(comparerCartes(uneCarte(), uneCarte(changer))).toMatchObject({
    changements: [phrase],
    concernes,
  });
});

test('deux fois la même carte ne change rien et ne concerne personne', () => {
  expect(comparerCartes(uneCarte(), uneCarte())).toEqual({
    changements: [],
    concernes: [],
    touches: [],
  });
});
