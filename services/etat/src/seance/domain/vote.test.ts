import { expect, test } from 'vitest';
import { quorumDe } from './quorum.js';
import type { Presence } from './seance.js';
import { depouiller } from './vote.js';

const siege = (present: boolean, voix = true): Presence => ({
  fonction: 'fonction',
  organisation: 'organisation',
  partenaire: null,
  present,
  signataire: false,
  voix,
});
const quorum = (presents: number, absents: number) =>
  quorumDe([
    ...Array.from({ length: presents }, () => siege(true)),
    ...Array.from({ length: absents }, () => siege(false)),
    siege(true, false),
  ]);
const voix = (pour: number, contre: number, abstentions = 0) => ({
  pour,
  contre,
  abstentions,
  representantEtat: null,
});

test.each([
  [4, 4, true],
  [3, 4, false],
  [4, 3, true],
  [0, 0, false],
])('%i votants présents et %i absents : quorum atteint, %s', (presents, absents, atteint) => {
  expect(quorum(presents, absents).atteint).toBe(atteint);
});

test('la majorité des voix exprimées décide, abstentions à part', () => {
  expect(depouiller(voix(2, 1, 3), quorum(6, 0))).toMatchObject({ ok: true, statut: 'ADOPTEE' });
  expect(depouiller(voix(1, 2, 3), quorum(6, 0))).toMatchObject({ ok: true, statut: 'REJETEE' });
});

test('à égalité, et là seulement, la voix du représentant de l’État départage', () => {
  expect(depouiller(voix(2, 2), quorum(4, 0))).toEqual({
    ok: false,
    code: 'VOIX_PREPONDERANTE_REQUISE',
  });
  for (const [sens, statut] of [
    ['POUR', 'ADOPTEE'],
    ['CONTRE', 'REJETEE'],
  ] as const) {
    expect(depouiller({ ...voix(2, 2), representantEtat: sens }, quorum(4, 0))).toEqual({
      ok: true,
      statut,
      voixPreponderante: sens,
    });
  }
  expect(depouiller({ ...voix(3, 1), representantEtat: 'CONTRE' }, quorum(4, 0))).toMatchObject({
    statut: 'ADOPTEE',
    voixPreponderante: null,
  });
});

test.each([
  [voix(4, 1), 'VOTE_INVALIDE'],
  [voix(0, 0, 4), 'VOTE_INVALIDE'],
  [voix(-1, 2), 'VOTE_INVALIDE'],
  [voix(1.5, 1), 'VOTE_INVALIDE'],
])('un compte impossible (%j) est refusé', (compte, code) => {
  expect(depouiller(compte, quorum(4, 0))).toEqual({ ok: false, code });
});

test('sans quorum il n’y a pas de vote', () => {
  expect(depouiller(voix(3, 0), quorum(3, 4))).toEqual({ ok: false, code: 'QUORUM_NON_ATTEINT' });
});
