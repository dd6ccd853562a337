import { expect, test } from 'vitest';
import { refusDeRetablirLesPresences, refusDeRetablirLOrdre } from './retablissement.js';

const siege = (present: boolean) => ({
  fonction: 'Sous-préfet',
  organisation: 'Préfecture',
  partenaire: 'ETAT' as const,
  present,
  signataire: false,
  voix: true,
});
const RIEN = { decisions: false, releve: false, validations: false };

test('des présences se rétablissent tant que rien n’a été fait depuis', () => {
  expect(refusDeRetablirLesPresences([siege(true)], [siege(false)], RIEN)).toBeNull();
});

test.each(['decisions', 'releve', 'validations'] as const)(
  'non, quand il y a eu depuis : %s',
  (acte) => {
    const depuis = { ...RIEN, [acte]: true };
    expect(refusDeRetablirLesPresences([siege(true)], [siege(false)], depuis)).toBe(
      'PRESENCES_ENGAGEES',
    );
    // The room or the hour comes back without touching who was there.
    expect(refusDeRetablirLesPresences([siege(true)], [siege(true)], depuis)).toBeNull();
  },
);

test('un ordre du jour approuvé depuis ne se rétablit plus', () => {
  expect(refusDeRetablirLOrdre(0)).toBeNull();
  expect(refusDeRetablirLOrdre(1)).toBe('ORDRE_DU_JOUR_ACCORDE');
});
