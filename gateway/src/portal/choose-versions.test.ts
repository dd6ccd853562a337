import type { Identite } from '@passerelle/identity';
import type { Cible, PortailPublie } from '@passerelle/publication';
import { expect, it } from 'vitest';
import { chooseVersions } from './choose-versions.js';

const version = (revision: number, cible: Cible | null) => ({
  revision,
  cible,
  manifeste: {
    nom: 'region',
    version: '0',
    entree: 'm.js',
    css: [],
    routes: [],
    navigation: [],
    emplacements: [],
    requires: [],
  },
  fichiers: [],
});

const unAgent = (changes: Partial<Identite> = {}): Identite => ({
  sujet: 'agent-1',
  nature: 'agent',
  fonction: 'chargé de mission',
  organisation: 'Conseil régional',
  partenaire: 'region',
  roles: ['charge-de-mission'],
  scopes: [],
  territoire: null,
  finalite: null,
  amr: [],
  ...changes,
});

const ESSAI: PortailPublie['modules'] = [
  {
    partenaire: 'region',
    versions: [
      version(15, { roles: [], organisations: ['Antenne de Lens'] }),
      version(14, { roles: ['charge-de-mission'], organisations: [] }),
      version(13, null),
    ],
  },
];

const revisionPour = (identite: Identite | null): number[] =>
  chooseVersions(ESSAI, identite).map((choisi) => choisi.version.revision);

it('un essai va à qui a le rôle ou l’organisation visés, la version de tous aux autres', () => {
  expect(revisionPour(unAgent())).toEqual([14]);
  expect(revisionPour(unAgent({ organisation: 'Antenne de Lens', roles: ['dpo'] }))).toEqual([15]);
  expect(revisionPour(unAgent({ roles: ['dpo'] }))).toEqual([13]);
});

it('qui fait partie de deux essais reçoit le premier', () => {
  expect(revisionPour(unAgent({ organisation: 'Antenne de Lens' }))).toEqual([15]);
});

it('qui n’est pas connecté ne reçoit jamais un essai', () => {
  expect(revisionPour(null)).toEqual([13]);
});

it('un module qui n’a qu’un essai n’existe pas pour les autres', () => {
  const modules = [
    {
      partenaire: 'region',
      versions: [version(1, { roles: ['charge-de-mission'], organisations: [] })],
    },
  ];
  expect(chooseVersions(modules, unAgent()).map((m) => m.version.revision)).toEqual([1]);
  expect(chooseVersions(modules, unAgent({ roles: ['dpo'] }))).toEqual([]);
});
