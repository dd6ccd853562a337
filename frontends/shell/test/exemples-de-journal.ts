import type { EntreeDeJournal } from '@passerelle/publication';
import { ilYA, unRapport } from './exemples.js';

export function uneEntree(autres: Partial<EntreeDeJournal> = {}): EntreeDeJournal {
  return {
    rang: 1,
    le: ilYA(30),
    evenement: 'PUBLICATION_SCHEMA',
    canal: 'production',
    editeur: 'region',
    par: 'jeton region-ci',
    commit: '9f8e7d6c5b4a39281706f5e4d3c2b1a098765432',
    numero: 12,
    resume: 'Schéma publié : révision 5.',
    details: {
      rapport: unRapport({ accepte: true, constats: [] }),
      differences: [{ editeur: 'region', quoi: 'schema', avant: 4, apres: 5, changements: [] }],
    },
    ...autres,
  };
}

/** Newest first: more than one page of them. */
export function unJournal(): EntreeDeJournal[] {
  const anciennes = Array.from({ length: 40 }, (_, rang) =>
    uneEntree({
      rang: 40 - rang,
      le: ilYA(1_000 + rang * 100),
      evenement: 'PUBLICATION_MODULE',
      editeur: rang % 2 === 0 ? 'etat' : 'region',
      numero: Math.max(1, 10 - rang),
      resume: `Module publié, essai ${40 - rang}.`,
      details: { version: `1.0.${rang}` },
    }),
  );
  return [
    uneEntree({ rang: 43 }),
    uneEntree({
      rang: 42,
      le: ilYA(60),
      evenement: 'REFUS',
      numero: null,
      resume: 'Schéma refusé : un champ demandé disparaîtrait.',
      details: { rapport: unRapport() },
    }),
    uneEntree({
      rang: 41,
      le: ilYA(90),
      evenement: 'RETOUR',
      numero: 11,
      resume: 'Retour à la publication 9.',
      details: { motif: 'La page des formations ne s’ouvrait plus.', vers: 9 },
    }),
    ...anciennes,
  ];
}
