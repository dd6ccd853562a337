import { expect, test } from 'vitest';
import {
  refusDAnnuler,
  refusDEcrire,
  refusDeDecider,
  refusDeReporter,
  refusDOrdonner,
  statutRetabli,
} from './etat-de-seance.js';

test.each([
  ['PREVUE', null, 'SEANCE_NON_TENUE', null, null],
  ['TENUE', null, null, 'SEANCE_DEJA_TENUE', 'ORDRE_DU_JOUR_FERME'],
  ['CLOSE', 'SEANCE_CLOSE', 'SEANCE_CLOSE', 'SEANCE_CLOSE', 'ORDRE_DU_JOUR_FERME'],
  ['ANNULEE', 'SEANCE_ANNULEE', 'SEANCE_ANNULEE', 'SEANCE_ANNULEE', 'ORDRE_DU_JOUR_FERME'],
] as const)(
  'une séance %s se modifie (%s), décide (%s), s’annule ou se reporte (%s), s’ordonne (%s)',
  (statut, ecrire, decider, annuler, ordonner) => {
    expect(refusDEcrire(statut)).toBe(ecrire);
    expect(refusDeDecider(statut)).toBe(decider);
    expect(refusDAnnuler(statut)).toBe(annuler);
    expect(refusDeReporter(statut)).toBe(annuler);
    expect(refusDOrdonner({ statut, convocationDe: null })).toBe(ordonner);
  },
);

test('l’ordre du jour d’une seconde convocation est celui de la première', () => {
  expect(refusDOrdonner({ statut: 'PREVUE', convocationDe: 'cle-596:2024-09-10' })).toBe(
    'ORDRE_DU_JOUR_REPRIS',
  );
});

test('une séance où l’on a décidé ou écrit a été tenue, quoi qu’on rétablisse', () => {
  expect(statutRetabli('PREVUE', { decisions: false, releve: false })).toBe('PREVUE');
  expect(statutRetabli('PREVUE', { decisions: true, releve: false })).toBe('TENUE');
  expect(statutRetabli('ANNULEE', { decisions: false, releve: true })).toBe('TENUE');
});
