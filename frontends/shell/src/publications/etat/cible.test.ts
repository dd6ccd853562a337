import { expect, it } from 'vitest';
import { decrireCible } from './cible.js';

it.each([
  [{ roles: ['conseiller'], organisations: [] }, 'le rôle « conseiller »'],
  [
    { roles: ['conseiller', 'dpo'], organisations: ['Agence de Lens'] },
    'les rôles « conseiller » et « dpo » et l’organisation « Agence de Lens »',
  ],
  [{ roles: [], organisations: [] }, 'personne pour le moment'],
])('dit pour qui une version est essayée', (cible, phrase) => {
  expect(decrireCible(cible)).toBe(phrase);
});
