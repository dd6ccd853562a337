import { expect, test } from 'vitest';
import { quorumDe } from './quorum.js';
import { type PremiereConvocation, quorumExige, refusDeConvoquer } from './seconde-convocation.js';

const votant = (present: boolean) => ({
  fonction: 'fonction',
  organisation: 'organisation',
  partenaire: null,
  present,
  signataire: false,
  voix: true,
});
const SIX = [votant(true), votant(true), ...Array.from({ length: 4 }, () => votant(false))];
const premiere: PremiereConvocation = {
  regle: 'VOTE',
  statut: 'TENUE',
  jour: '2024-09-10',
  quorum: quorumDe(SIX),
  dejaConvoquee: false,
};

test('une instance qui vote et n’a pas eu le quorum se convoque de nouveau, un autre jour', () => {
  expect(refusDeConvoquer(premiere, '2024-09-24')).toBeNull();
});

test.each<[string, Partial<PremiereConvocation>, string]>([
  ['VOTE_SANS_OBJET', { regle: 'VALIDATIONS' }, '2024-09-24'],
  ['SEANCE_NON_TENUE', { statut: 'PREVUE' }, '2024-09-24'],
  ['SEANCE_ANNULEE', { statut: 'ANNULEE' }, '2024-09-24'],
  ['QUORUM_ATTEINT', { quorum: quorumDe([votant(true)]) }, '2024-09-24'],
  ['DEJA_CONVOQUEE', { dejaConvoquee: true }, '2024-09-24'],
  ['JOUR_DEJA_PASSE', {}, '2024-09-10'],
])('%s quand %o', (code, autre, jour) => {
  expect(refusDeConvoquer({ ...premiere, ...autre }, jour)).toBe(code);
});

test('sans règle de l’instance, le quorum ordinaire s’applique à la seconde convocation', () => {
  expect(quorumExige(null)).toBe(true);
  expect(quorumExige('QUORUM_EXIGE')).toBe(true);
  expect(quorumExige('SANS_QUORUM')).toBe(false);
});

test('dispensée du quorum, elle vote dès qu’un membre ayant voix est là', () => {
  expect(quorumDe(SIX, true)).toMatchObject({ requis: 3, atteint: false });
  expect(quorumDe(SIX, false)).toMatchObject({ requis: 1, atteint: true, exige: false });
  expect(quorumDe([votant(false)], false).atteint).toBe(false);
  expect(quorumDe([], false).atteint).toBe(false);
});
