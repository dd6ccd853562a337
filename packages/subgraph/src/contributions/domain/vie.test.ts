import { expect, test } from 'vitest';
import type { Acte, EtatContribution } from './contribution.js';
import { refuserActe } from './vie.js';

const ISSUES: readonly [Acte, EtatContribution | null, string | null][] = [
  ['MODIFIER', null, null],
  ['MODIFIER', 'BROUILLON', null],
  ['MODIFIER', 'VALIDEE', null],
  ['MODIFIER', 'PUBLIEE', null],
  ['VALIDER', null, 'RIEN_A_VALIDER'],
  ['VALIDER', 'BROUILLON', null],
  ['VALIDER', 'VALIDEE', 'TRANSITION_REFUSEE'],
  ['VALIDER', 'PUBLIEE', 'RIEN_A_VALIDER'],
  ['PUBLIER', null, 'RIEN_A_PUBLIER'],
  ['PUBLIER', 'BROUILLON', 'TRANSITION_REFUSEE'],
  ['PUBLIER', 'VALIDEE', null],
  ['PUBLIER', 'PUBLIEE', 'RIEN_A_PUBLIER'],
  ['ABANDONNER', null, 'RIEN_A_ABANDONNER'],
  ['ABANDONNER', 'BROUILLON', null],
  ['ABANDONNER', 'VALIDEE', null],
  ['ABANDONNER', 'PUBLIEE', 'RIEN_A_ABANDONNER'],
];

test.each(ISSUES)('%s quand la contribution est %s : %s', (acte, etat, code) => {
  const courante = etat && { version: 3, etat };
  expect(refuserActe(acte, courante, null)?.code ?? null).toBe(code);
});

test('une version dépassée se refuse avant tout, l’absence comptant pour zéro', () => {
  const courante = { version: 3, etat: 'BROUILLON' } as const;
  expect(refuserActe('MODIFIER', courante, 2)?.code).toBe('VERSION_DEPASSEE');
  expect(refuserActe('MODIFIER', courante, 3)).toBeNull();
  expect(refuserActe('MODIFIER', null, 0)).toBeNull();
  expect(refuserActe('MODIFIER', null, 1)?.code).toBe('VERSION_DEPASSEE');
  expect(refuserActe('PUBLIER', courante, 9)?.code).toBe('VERSION_DEPASSEE');
});
