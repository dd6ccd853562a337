import { expect, test } from 'vitest';
import { direIssue, direQuorum, issueDuVote, lireVoix } from './compte-des-voix.js';

const compte = (
  pour: number | null,
  contre: number | null,
  abstentions: number | null = 0,
  voixRepresentantEtat: 'POUR' | 'CONTRE' | null = null,
) => issueDuVote({ pour, contre, abstentions, voixRepresentantEtat }, { presents: 4 });

test('la majorité des voix exprimées, puis la voix prépondérante à égalité et là seulement', () => {
  expect(compte(2, 1, 1)).toEqual({ sorte: 'adoptee', departagee: false });
  expect(compte(1, 2, 1, 'POUR')).toEqual({ sorte: 'rejetee', departagee: false });
  expect(compte(2, 2)).toEqual({ sorte: 'egalite' });
  expect(compte(2, 2, 0, 'CONTRE')).toEqual({ sorte: 'rejetee', departagee: true });
  expect(compte(2, 2, 0, 'POUR')).toEqual({ sorte: 'adoptee', departagee: true });
});

test('un compte impossible ou inachevé se dit avant d’être envoyé', () => {
  expect(compte(3, 1, 1)).toEqual({ sorte: 'trop', voix: 5 });
  expect(compte(0, 0, 4)).toEqual({ sorte: 'sans-voix' });
  expect(compte(null, 1)).toEqual({ sorte: 'incomplet' });
  expect(direIssue(compte(3, 1, 1), { presents: 4 })).toBe(
    '5 voix pour 4 votants présents : recomptez.',
  );
});

test.each([
  ['3', 3],
  [' 12 ', 12],
  ['', null],
  ['-1', null],
  ['1,5', null],
  ['trois', null],
])('« %s » compte %s voix', (saisi, nombre) => {
  expect(lireVoix(saisi)).toBe(nombre);
});

test('le quorum se dit comme il se compte', () => {
  const quorum = { membres: 6, presents: 2, requis: 3, atteint: false, exige: true };
  expect(direQuorum(quorum)).toBe(
    'Quorum : 2 présents ayant voix sur 6 ; 3 requis, la moitié des membres ayant voix. Il n’est pas atteint.',
  );
  expect(direQuorum({ ...quorum, exige: false, requis: 1, atteint: true })).toContain(
    'sans condition de quorum',
  );
});
