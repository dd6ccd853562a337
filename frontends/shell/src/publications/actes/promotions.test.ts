import { describe, expect, it } from 'vitest';
import type { EtatDePartenaire } from '../registre/lire-etat.js';
import { misesEnProduction, ouvertureATous } from './promotions.js';

function uneMaison(
  schema: number | null,
  autres: Partial<EtatDePartenaire> = {},
): EtatDePartenaire {
  return {
    partenaire: 'region',
    schema:
      schema === null
        ? null
        : {
            revision: schema,
            empreinte: 'sha256:00',
            url: 'https://region.example/graphql',
            publieLe: '2026-11-22T11:00:00Z',
            par: 'jeton ci',
            commit: null,
            derive: null,
          },
    module: null,
    canari: null,
    ...autres,
  };
}

describe('mise en production', () => {
  it('n’offre que ce que la recette sert et que la production n’a pas', () => {
    expect(misesEnProduction(uneMaison(5), uneMaison(5))).toEqual([]);
    expect(misesEnProduction(uneMaison(null), uneMaison(5))).toEqual([]);
    expect(misesEnProduction(uneMaison(6), uneMaison(5)).map(({ effet }) => effet)).toEqual([
      'Elle prendra la place de la révision 5.',
    ]);
    expect(misesEnProduction(uneMaison(6), undefined)).toHaveLength(1);
  });

  it('agit toujours au nom de la maison de l’agent, vers la production', () => {
    expect(misesEnProduction(uneMaison(6), undefined)[0]?.demande).toEqual({
      genre: 'schema',
      quoi: 'recette-production',
      canal: 'production',
      editeur: 'region',
    });
  });
});

describe('ouverture à tous', () => {
  it('n’existe que pour un canari', () => {
    expect(ouvertureATous('production', uneMaison(5))).toEqual([]);
    const canari = {
      revision: 8,
      version: '1.4.0',
      publieLe: '2026-11-22T11:00:00Z',
      cible: { roles: ['conseiller'], organisations: [] },
      montages: 4,
      erreurs: 0,
    };
    expect(ouvertureATous('production', uneMaison(5, { canari }))[0]).toMatchObject({
      effet: expect.stringContaining('le rôle « conseiller »'),
      demande: { quoi: 'canari', canal: 'production', editeur: 'region' },
    });
  });
});
