import { expect, test } from 'vitest';
import { clientDuModule, estRemplace, operationsDesModules } from './operations-des-modules.js';
import { unModule } from './un-canal.suite.js';

const MODULES = [
  unModule('etat', { revision: 5, cible: { roles: ['dpo'], organisations: [] } }),
  unModule('etat', { revision: 4, documents: ['{ enjeux { numero } }'] }),
  unModule('commun', { revision: 9 }),
];

test.each([
  ['module-etat', '4', false],
  ['module-etat', '5', false],
  ['module-etat', '3', true],
  ['module-etat', '6', true],
  ['module-etat', '-', false],
  ['portail', '9', false],
  ['portail', '8', true],
  ['module-region', '1', false],
  ['integrateur:etat', '3', false],
])('« %s » version %s est remplacé : %s', (client, version, attendu) => {
  expect(estRemplace(MODULES, { client, version })).toBe(attendu);
});

test('les demandes persistées sont celles du module qui les envoie, vues à l’instant', () => {
  expect(operationsDesModules(MODULES, new Date('2026-03-15T09:00:00.000Z'))).toEqual([
    {
      document: '{ enjeux { numero } }',
      client: 'module-etat',
      version: '4',
      vuLe: '2026-03-15T09:00:00.000Z',
    },
  ]);
  expect(clientDuModule('commun')).toBe('portail');
});
