import { expect, test } from 'vitest';
import { suitesPossibles } from './suites-possibles.js';

test('ligne 12 : une expérimentation continue dans une autre fiche, non expérimentale, libre et vivante', () => {
  const fiche = (numero: number, precisions: object = {}) => ({
    id: `region:fiche-${numero}`,
    experimental: false,
    prolonge: null,
    statut: 'A_VENIR' as const,
    ...precisions,
  });
  const experimentation = fiche(1, { experimental: true });
  const fiches = [
    experimentation,
    fiche(2),
    fiche(3, { experimental: true }),
    fiche(4, { prolonge: { id: 'region:fiche-9', titre: 'Autre' } }),
    fiche(5, { statut: 'ABANDONNEE' }),
  ];
  expect(suitesPossibles(fiches, experimentation).map(({ id }) => id)).toEqual(['region:fiche-2']);
});
