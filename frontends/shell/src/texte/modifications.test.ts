import { expect, test } from 'vitest';
import { completer, modificationsDe } from './modifications.js';

test('ce qu’un avenant change déjà se renvoie tel quel, sans rien perdre', () => {
  expect(
    modificationsDe([
      { sujet: 'protocole', champ: 'intitule', apres: 'Autre' },
      { sujet: 'E07', champ: 'libelle', apres: 'Nouveau' },
      { sujet: 'E07', champ: 'echeance', apres: '2024-12-31' },
      { sujet: 'E08', champ: 'pilote', apres: 'pole-emploi' },
      { sujet: 'E08', champ: 'copilotes', apres: '["etat","region"]' },
    ]),
  ).toEqual([
    { code: 'E07', libelle: 'Nouveau', echeance: '2024-12-31' },
    { code: 'E08', pilote: 'POLE_EMPLOI', copilotes: ['ETAT', 'REGION'] },
  ]);
});

test('un changement de plus complète celui du même engagement', () => {
  const avant = [{ code: 'E07', libelle: 'Nouveau' }];
  expect(completer(avant, { code: 'E07', echeance: '2024-12-31' })).toEqual([
    { code: 'E07', libelle: 'Nouveau', echeance: '2024-12-31' },
  ]);
  expect(completer(avant, { code: 'E01', libelle: 'Autre' }).map(({ code }) => code)).toEqual([
    'E01',
    'E07',
  ]);
});
