import { expect, it } from 'vitest';
import type { AcquittementRecu } from '../registre/lire-resume.js';
import { phraseDeService } from './phrase-de-service.js';

const recu = (passerelle: string, statut: 'SERVIE' | 'REFUSEE'): AcquittementRecu => ({
  canal: 'production',
  numero: 12,
  passerelle,
  statut,
  code: statut === 'REFUSEE' ? 'SIGNATURE_INVALIDE' : undefined,
  dureeMs: 10,
  le: '2026-11-22T11:00:00Z',
});

it.each([
  [
    { attendues: [], recus: [] },
    'Aucune passerelle n’est connectée à ce canal : elle sera servie quand l’une d’elles reviendra.',
  ],
  [{ attendues: ['a'], recus: [recu('a', 'SERVIE')] }, 'La passerelle connectée la sert.'],
  [
    { attendues: ['a', 'b'], recus: [recu('a', 'SERVIE'), recu('b', 'SERVIE')] },
    'Les 2 passerelles connectées la servent.',
  ],
  [
    { attendues: ['a', 'b'], recus: [recu('b', 'REFUSEE')] },
    '0 passerelle sur 2 la sert à cet instant. « b » l’a refusée (SIGNATURE_INVALIDE).',
  ],
  // One that is no longer connected answered before it left: nobody waits for it.
  [
    { attendues: ['a'], recus: [recu('a', 'SERVIE'), recu('z', 'SERVIE')] },
    'La passerelle connectée la sert.',
  ],
])('dit qui sert ce qui vient d’être publié', (reponses, phrase) => {
  expect(phraseDeService(reponses)).toBe(phrase);
});
