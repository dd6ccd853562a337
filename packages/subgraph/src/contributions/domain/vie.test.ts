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
  expect(refuserActe(acte, courante, null, false)?.code ?? null).toBe(code);
});

test('une version dépassée se refuse avant tout, l’absence comptant pour zéro', () => {
  const courante = { version: 3, etat: 'BROUILLON' } as const;
  expect(refuserActe('MODIFIER', courante, 2, false)?.code).toBe('VERSION_DEPASSEE');
  expect(refuserActe('MODIFIER', courante, 3, false)).toBeNull();
  expect(refuserActe('MODIFIER', null, 0, false)).toBeNull();
  expect(refuserActe('MODIFIER', null, 1, false)?.code).toBe('VERSION_DEPASSEE');
  expect(refuserActe('PUBLIER', courante, 9, false)?.code).toBe('VERSION_DEPASSEE');
});

test('sur un engagement retiré par avenant, on écarte encore un brouillon, on n’écrit plus rien', () => {
  const brouillon = { version: 3, etat: 'BROUILLON' } as const;
  for (const acte of ['MODIFIER', 'VALIDER', 'PUBLIER'] as const) {
    expect(refuserActe(acte, brouillon, 2, true)?.code).toBe('ENGAGEMENT_RETIRE');
  }
  expect(refuserActe('ABANDONNER', brouillon, 3, true)).toBeNull();
});
