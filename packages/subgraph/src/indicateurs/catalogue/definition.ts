import type { Indicateur } from '../domain/indicateur.js';

/** A definition as it is written here; its place in the list is its order. */
export type Definition = Omit<Indicateur, 'ordre'>;

/** What most of the definitions of a catalogue have in common. */
export const SIMPLE = {
  nature: 'CONTEXTE',
  additif: false,
  comptePersonnes: false,
  mailleMinimale: 'ARRONDISSEMENT',
  dimensions: [],
} as const satisfies Partial<Definition>;

/** A count of persons, added up from the arrondissements, broken down three ways. */
export const EFFECTIF = {
  ...SIMPLE,
  unite: 'personnes',
  additif: true,
  comptePersonnes: true,
  dimensions: ['SEXE', 'AGE', 'ZONE'],
} as const satisfies Partial<Definition>;
