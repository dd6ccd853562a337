import { expect, test } from 'vitest';
import { completer, ecritureDe, sans } from './modifications.js';

const CODES = ['E07', 'E08'];
const CHANGEMENTS = [
  { sujet: 'protocole', champ: 'intitule', apres: 'Autre' },
  { sujet: 'enjeu 2', champ: 'libelle', apres: 'Enjeu autre' },
  { sujet: 'E07', champ: 'libelle', apres: 'Nouveau' },
  { sujet: 'E07', champ: 'enjeu', apres: '3' },
  { sujet: 'E07', champ: 'retireLe', apres: '2024-12-31' },
  { sujet: 'E08', champ: 'pilote', apres: 'pole-emploi' },
  { sujet: 'E08', champ: 'copilotes', apres: '["etat","region"]' },
  { sujet: 'E24', champ: 'libelle', apres: 'Ajouté' },
  { sujet: 'E24', champ: 'enjeu', apres: '1' },
  { sujet: 'E24', champ: 'pilote', apres: 'region' },
  { sujet: 'E24', champ: 'copilotes', apres: '[]' },
  { sujet: 'E24', champ: 'echeance', apres: '2025-01-31' },
];
const AJOUT = {
  libelle: 'Ajouté',
  enjeu: 1,
  pilote: 'REGION',
  copilotes: [],
  echeance: '2025-01-31',
};

test('ce qu’un avenant change déjà se renvoie tel quel, sans rien perdre', () => {
  expect(ecritureDe(CHANGEMENTS, CODES)).toEqual({
    intitule: 'Autre',
    enjeux: [{ numero: 2, libelle: 'Enjeu autre' }],
    engagements: [
      { code: 'E07', libelle: 'Nouveau', enjeu: 3, retireLe: '2024-12-31' },
      { code: 'E08', pilote: 'POLE_EMPLOI', copilotes: ['ETAT', 'REGION'] },
    ],
    ajouts: [AJOUT],
  });
});

test('un changement de plus complète celui du même engagement', () => {
  const ecriture = ecritureDe([{ sujet: 'E07', champ: 'libelle', apres: 'Nouveau' }], CODES);
  expect(completer(ecriture, { code: 'E07', echeance: '2024-12-31' }).engagements).toEqual([
    { code: 'E07', libelle: 'Nouveau', echeance: '2024-12-31' },
  ]);
  expect(
    completer(ecriture, { code: 'E01', libelle: 'Autre' }).engagements.map(({ code }) => code),
  ).toEqual(['E01', 'E07']);
});

test('un changement s’ôte seul ; les autres restent', () => {
  const ecriture = ecritureDe(CHANGEMENTS, CODES);
  expect(sans(ecriture, 'E24', ['E24']).ajouts).toEqual([]);
  expect(sans(ecriture, 'E24', ['E24']).engagements).toHaveLength(2);
  expect(sans(ecriture, 'E07', ['E24']).engagements.map(({ code }) => code)).toEqual(['E08']);
  expect(sans(ecriture, 'E07', ['E24']).ajouts).toEqual([AJOUT]);
  expect(sans(ecriture, 'protocole', ['E24'])).not.toHaveProperty('intitule');
  expect(sans(ecriture, 'enjeu 2', ['E24']).enjeux).toEqual([]);
});
