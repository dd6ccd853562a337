import type { Jeton } from '@passerelle/publication';
import { describe, expect, it } from 'vitest';
import { expiration } from './duree.js';
import { etatDuJeton, trierJetons } from './etat-du-jeton.js';

const MAINTENANT = new Date('2026-11-22T12:00:00Z');

function unJeton(autres: Partial<Jeton>): Jeton {
  return {
    id: 'j-1',
    nom: 'ci',
    genre: 'schema',
    editeur: 'region',
    creeLe: '2026-01-01T00:00:00Z',
    creePar: 'agent 1',
    expireLe: null,
    dernierUsageLe: null,
    revoqueLe: null,
    ...autres,
  };
}

describe('jetons', () => {
  it('expirent à leur date, ou jamais d’eux-mêmes', () => {
    expect(expiration('30', MAINTENANT)).toBe('2026-12-22T12:00:00.000Z');
    expect(expiration('sans', MAINTENANT)).toBeNull();
    expect(etatDuJeton(unJeton({ expireLe: '2026-11-22T12:00:00Z' }), MAINTENANT)).toBe('expire');
    expect(etatDuJeton(unJeton({ expireLe: '2026-11-22T12:00:01Z' }), MAINTENANT)).toBe('valide');
    expect(etatDuJeton(unJeton({}), MAINTENANT)).toBe('valide');
  });

  it('montrent d’abord ceux qui ouvrent encore quelque chose, le plus récent en tête', () => {
    const jetons = [
      unJeton({ id: 'revoque', creeLe: '2026-06-01T00:00:00Z', revoqueLe: '2026-07-01T00:00:00Z' }),
      unJeton({ id: 'ancien' }),
      unJeton({ id: 'recent', creeLe: '2026-05-01T00:00:00Z' }),
    ];
    expect(trierJetons(jetons, MAINTENANT).map(({ id }) => id)).toEqual([
      'recent',
      'ancien',
      'revoque',
    ]);
  });
});
