import { expect, test } from 'vitest';
import {
  accordsAttendus,
  type DecisionSituee,
  estEnChemin,
  etatDeValidation,
} from './situation.js';

const uneDecision = (autres: Partial<DecisionSituee> = {}): DecisionSituee => ({
  statut: 'EN_ATTENTE',
  empreinte: 'e2',
  validationsRequises: ['ETAT', 'REGION', 'RECTEUR'],
  validations: [],
  ...autres,
});

const donnee = (titre: 'ETAT' | 'REGION' | 'RECTEUR', perimee = false) => ({
  titre,
  auteur: 'sous-préfet, État',
  le: '2023-12-18T11:00:00Z',
  perimee,
});

test('une validation vaut pour le texte présent, et pour lui seul', () => {
  const decision = uneDecision({ validations: [donnee('ETAT'), donnee('REGION', true)] });
  expect(etatDeValidation(decision, 'ETAT', []).sorte).toBe('donnee');
  expect(etatDeValidation(decision, 'REGION', []).sorte).toBe('perimee');
  expect(etatDeValidation(decision, 'RECTEUR', []).sorte).toBe('attendue');
});

test('ce que la Région a signé et que l’État n’a pas reçu est en chemin', () => {
  const decision = uneDecision({ validationRegion: { titre: 'REGION', empreinte: 'e2' } });
  expect(etatDeValidation(decision, 'REGION', []).sorte).toBe('en-chemin');
  expect(estEnChemin(decision)).toBe(true);
  expect(estEnChemin({ ...decision, statut: 'ADOPTEE' })).toBe(false);
  expect(estEnChemin(uneDecision())).toBe(false);
  const ancienne = uneDecision({ validationRegion: { titre: 'REGION', empreinte: 'e1' } });
  expect(etatDeValidation(ancienne, 'REGION', []).sorte).toBe('attendue');
});

test('d’une maison absente, on ne dit pas qu’elle n’a rien fait', () => {
  expect(etatDeValidation(uneDecision(), 'REGION', ['region']).sorte).toBe('inconnue');
  expect(etatDeValidation(uneDecision(), 'ETAT', ['region']).sorte).toBe('attendue');
  const recue = uneDecision({ validations: [donnee('REGION')] });
  expect(etatDeValidation(recue, 'REGION', ['region']).sorte).toBe('donnee');
});

test('la validation de l’État ne vaut pas pour le recteur', () => {
  const decision = uneDecision({ validationEtat: { titre: 'ETAT', empreinte: 'e2' } });
  expect(etatDeValidation(decision, 'ETAT', []).sorte).toBe('en-chemin');
  expect(etatDeValidation(decision, 'RECTEUR', []).sorte).toBe('attendue');
});

test('un texte commun attend les deux copilotes', () => {
  expect(accordsAttendus([])).toEqual(['ETAT', 'REGION']);
  expect(accordsAttendus([{ titre: 'REGION' }])).toEqual(['ETAT']);
});
