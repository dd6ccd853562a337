import { expect, test } from 'vitest';
import { AUCUN, ecrire, SAISIE_VIDE } from './saisie-d-avenant.js';

const VIDE = { enjeux: [], engagements: [], ajouts: [] };
const saisie = { ...SAISIE_VIDE, code: 'E07' };

test('un ajout incomplet dit chaque champ qui manque', () => {
  const issue = ecrire(VIDE, { ...saisie, geste: 'ajouter', libelle: ' ' });
  expect('manques' in issue ? Object.keys(issue.manques) : []).toEqual([
    'libelle',
    'enjeu',
    'pilote',
    'echeance',
  ]);
});

test('un ajout, un changement, un retrait se joignent à ce qui est déjà écrit', () => {
  const ajout = ecrire(VIDE, {
    ...saisie,
    geste: 'ajouter',
    libelle: 'Nouveau',
    enjeu: '2',
    pilote: 'REGION',
    echeance: '2024-12-31',
  });
  if (!('ecriture' in ajout)) throw new Error('refused');
  expect(ajout.ecriture.ajouts).toEqual([
    { libelle: 'Nouveau', enjeu: 2, pilote: 'REGION', copilotes: [], echeance: '2024-12-31' },
  ]);
  const change = ecrire(ajout.ecriture, { ...saisie, pilote: 'ETAT', copilotes: AUCUN });
  if (!('ecriture' in change)) throw new Error('refused');
  expect(change.ecriture.engagements).toEqual([{ code: 'E07', pilote: 'ETAT', copilotes: [] }]);
  const retrait = ecrire(change.ecriture, { ...saisie, geste: 'retirer', retireLe: '2024-06-30' });
  expect(retrait).toEqual({
    ecriture: {
      ...change.ecriture,
      engagements: [{ code: 'E07', pilote: 'ETAT', copilotes: [], retireLe: '2024-06-30' }],
    },
  });
});

test('ne rien changer, ou retirer sans jour, se dit au champ', () => {
  expect(ecrire(VIDE, saisie)).toHaveProperty('manques.libelle');
  expect(ecrire(VIDE, { ...saisie, geste: 'retirer' })).toHaveProperty('manques.retireLe');
});
