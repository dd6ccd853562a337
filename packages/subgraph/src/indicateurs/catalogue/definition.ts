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
  raisonMaille: 'La source ne le donne pas plus finement.',
  attendu: null,
  cibles: [],
} as const satisfies Partial<Definition>;

/** A count of persons, added up from the arrondissements, broken down three ways. */
export const EFFECTIF = {
  ...SIMPLE,
  unite: 'personnes',
  additif: true,
  comptePersonnes: true,
  dimensions: ['SEXE', 'AGE', 'ZONE'],
  raisonMaille:
    'Un effectif de personnes s’arrête à l’arrondissement : plus finement, presque tout serait masqué, et communes et EPCI, qui ne s’emboîtent pas, se déduiraient les uns des autres.',
} as const satisfies Partial<Definition>;
