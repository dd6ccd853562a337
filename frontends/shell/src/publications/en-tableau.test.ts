import type { Jeton } from '@passerelle/publication';
import { expect, test } from 'vitest';
import { jetonsEnTableau } from './jetons/jetons-en-tableau.js';
import { journalEnTableau } from './journal/journal-en-tableau.js';
import type { LigneDeJournal } from './registre/lire-journal.js';

const ligne: LigneDeJournal = {
  rang: 12,
  le: '2026-11-22T23:05:09Z',
  evenement: 'RETOUR',
  canal: 'production',
  editeur: 'region',
  par: 'agent 7d0c',
  commit: null,
  numero: 4,
  resume: 'Retour à la publication 3',
  details: { rapport: null, motif: 'Page blanche', vers: 3, differences: [], autres: [] },
};

test('une ligne du journal garde son heure à côté de son jour, et son motif', () => {
  const { colonnes, lignes, remarques } = journalEnTableau([ligne], false);
  expect(lignes[0]).toHaveLength(colonnes.length);
  expect(lignes[0]?.slice(0, 6)).toEqual([
    12,
    { jour: '2026-11-23' },
    '00:05:09',
    'Retour',
    'Région',
    'Retour à la publication 3',
  ]);
  expect(lignes[0]?.at(-1)).toBe('Page blanche');
  expect(remarques).toEqual([]);
  expect(journalEnTableau([ligne], true).remarques?.[0]).toContain('incomplet');
});

test('un jeton part sans son secret, qu’aucune lecture ne donne', () => {
  const jeton: Jeton = {
    id: 'j-1',
    nom: 'region-ci',
    genre: 'schema',
    editeur: 'region',
    creeLe: '2026-10-01T09:00:00Z',
    creePar: 'agent 7d0c',
    expireLe: '2026-11-01T09:00:00Z',
    dernierUsageLe: null,
    revoqueLe: null,
  };
  const avecSecret = { ...jeton, secret: 'ps_aaaa' };
  const { lignes, remarques } = jetonsEnTableau([avecSecret], new Date('2026-11-22T09:00:00Z'));
  expect(lignes[0]?.at(-1)).toBe('expiré');
  expect(JSON.stringify(lignes)).not.toContain('ps_aaaa');
  expect(remarques?.[0]).toContain('secret');
});
