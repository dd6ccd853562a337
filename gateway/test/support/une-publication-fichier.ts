import type { Publication } from '../../src/supergraph/publication.js';
import { SCHEMAS } from './graphe.js';
import type { SousGrapheDeTest } from './un-sous-graphe.js';

export function unePublication(sousGraphes: readonly SousGrapheDeTest[], numero = 1): Publication {
  return {
    numero,
    sousGraphes: sousGraphes.map((sousGraphe) => ({
      partenaire: sousGraphe.partenaire,
      ...sousGraphe.adresses(),
      schema: SCHEMAS[sousGraphe.partenaire] ?? '',
    })),
  };
}
