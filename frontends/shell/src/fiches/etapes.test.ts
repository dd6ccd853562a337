import { expect, test } from 'vitest';
import { etatDEtape, resumeDesEtapes } from './etapes.js';

const JOUR = '2023-12-15';

test('une étape est faite, prévue, à fixer, ou en retard dès le lendemain de son échéance', () => {
  const etat = (echeance: string | null, faiteLe: string | null = null) =>
    etatDEtape({ titre: 'Une étape', echeance, faiteLe }, JOUR);
  expect(etat('2023-12-14')).toBe('en retard');
  expect(etat('2023-12-15')).toBe('prévue');
  expect(etat(null)).toBe('à fixer');
  expect(etat('2023-11-01', '2023-12-01')).toBe('faite');
});

test('les étapes se résument en une ligne', () => {
  expect(resumeDesEtapes([], JOUR)).toBeNull();
  const faite = { titre: 'A', echeance: null, faiteLe: '2023-10-01' };
  expect(resumeDesEtapes([faite, { titre: 'B' }], JOUR)).toBe('1 sur 2');
  const tardive = { titre: 'C', echeance: '2023-11-01', faiteLe: null };
  expect(resumeDesEtapes([faite, tardive, tardive], JOUR)).toBe('1 sur 3, 2 en retard');
});
