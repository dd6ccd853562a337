import { COMPTES_DEMONSTRATION } from '@passerelle/identity';
import { expect, test } from 'vitest';
import { premiereRevision } from './premiere-revision.js';
import { type Proposition, propositionSchema } from './proposition.js';
import { uneCarte } from './une-carte.suite.js';

const REFUSEES: readonly [titre: string, changer: (carte: Proposition) => void][] = [
  [
    'un suffixe qui serait une expression',
    ({ carte }) => Object.assign(carte.partenaires, { region: { suffixe: '(.*)+$' } }),
  ],
  [
    'deux fois le même suffixe',
    ({ carte }) => Object.assign(carte.partenaires, { region: { suffixe: 'Etat' } }),
  ],
  [
    'un type d’un partenaire inconnu',
    ({ carte }) => Object.assign(carte.racines, { 'Query.a': 'ville' }),
  ],
  ['des hôtes d’un inconnu', ({ hotes }) => Object.assign(hotes, { ville: [] })],
  ['un hôte qui n’en est pas un', ({ hotes }) => Object.assign(hotes, { region: ['http://a/b'] })],
  ['tous les hôtes', ({ hotes }) => Object.assign(hotes, { region: ['*'] })],
  [
    'un type à la fois à quelqu’un et partagé',
    ({ carte }) => Object.assign(carte.valeursPartagees, { Metier: 'type Metier { a: Int }' }),
  ],
  [
    'une forme qui n’est pas celle de son nom',
    ({ carte }) => Object.assign(carte.valeursPartagees, { Date: 'scalar Autre' }),
  ],
  [
    'un partenaire du nom de ce qui est à tous',
    ({ carte }) => Object.assign(carte.partenaires, { commun: { suffixe: 'Commun' } }),
  ],
  ['une forme illisible', ({ carte }) => Object.assign(carte.valeursPartagees, { Date: '{{{' })],
  [
    'un suppléant qui est le titulaire',
    ({ responsables }) =>
      Object.assign(responsables, { region: { titulaire: 'a', suppleant: 'a' } }),
  ],
];

test.each(REFUSEES)('refuse %s', (_, changer) => {
  expect(propositionSchema.safeParse(uneCarte(changer)).success).toBe(false);
});

test('refuse ce qui n’est pas une carte', () => {
  for (const texte of [null, [], {}, { carte: {} }, { ...uneCarte(), autre: 1 }]) {
    expect(propositionSchema.safeParse(texte).success).toBe(false);
  }
});

test('la première carte est celle des trois services, avec les responsables de la démonstration', async () => {
  const { hotes, responsables } = await premiereRevision({ production: false, fichier: null });
  expect(Object.values(hotes)).toEqual(Array(3).fill(['127.0.0.1', 'localhost']));
  expect(responsables).toEqual({
    etat: { titulaire: 'demo-etat.administrateur', suppleant: 'demo-etat.chef-de-projet' },
    region: { titulaire: 'demo-region.administrateur', suppleant: 'demo-region.charge-de-mission' },
    'pole-emploi': {
      titulaire: 'demo-pole-emploi.administrateur',
      suppleant: 'demo-pole-emploi.directeur-territorial',
    },
  });
  const sujets = new Set(COMPTES_DEMONSTRATION.map(({ sujet }) => sujet));
  for (const { titulaire, suppleant } of Object.values(responsables)) {
    expect([sujets.has(titulaire), sujets.has(suppleant)]).toEqual([true, true]);
  }
});

test('en production elle n’a ni hôte ni responsable tant que personne ne les a donnés', async () => {
  expect(await premiereRevision({ production: true, fichier: null })).toMatchObject({
    hotes: {},
    responsables: {},
  });
});
