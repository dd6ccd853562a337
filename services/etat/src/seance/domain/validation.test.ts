import { expect, test } from 'vitest';
import { etatParValidations, seFige, titreDeLActe } from './validation.js';

const LE = '2024-02-05T10:00:00.000Z';
const decision = (statut: 'EN_ATTENTE' | 'ADOPTEE' | 'REJETEE' | 'ANNULEE' = 'EN_ATTENTE') => ({
  statut,
  empreinte: 'a',
  validationsRequises: ['ETAT', 'REGION'] as const,
  adopteeLe: null,
});
const donnee = (titre: 'ETAT' | 'REGION' | 'RECTEUR', empreinte = 'a') => ({ titre, empreinte });

test('une décision est adoptée quand chaque titre requis a validé ce texte-là', () => {
  expect(etatParValidations(decision(), [donnee('ETAT')], LE)).toEqual({
    attendues: ['REGION'],
    statut: 'EN_ATTENTE',
    adopteeLe: null,
  });
  expect(etatParValidations(decision(), [donnee('ETAT'), donnee('REGION')], LE)).toEqual({
    attendues: [],
    statut: 'ADOPTEE',
    adopteeLe: LE,
  });
});

test('la validation d’un autre texte, ou d’un titre qui n’est pas requis, ne compte pas', () => {
  const { attendues } = etatParValidations(
    decision(),
    [donnee('ETAT', 'b'), donnee('RECTEUR'), donnee('REGION')],
    LE,
  );
  expect(attendues).toEqual(['ETAT']);
});

test('l’instant de l’adoption reste le premier ; sans validation elle n’est plus adoptée', () => {
  const adoptee = { ...decision('ADOPTEE'), adopteeLe: new Date('2024-01-01T00:00:00Z') };
  expect(etatParValidations(adoptee, [donnee('ETAT'), donnee('REGION')], LE).adopteeLe).toBe(
    '2024-01-01T00:00:00.000Z',
  );
  expect(etatParValidations(adoptee, [donnee('ETAT')], LE)).toMatchObject({
    statut: 'EN_ATTENTE',
    adopteeLe: null,
  });
});

test.each(['REJETEE', 'ANNULEE'] as const)('une décision %s le reste', (statut) => {
  expect(
    etatParValidations(decision(statut), [donnee('ETAT'), donnee('REGION')], LE),
  ).toMatchObject({ statut, adopteeLe: null });
});

test.each([
  ['etat', null, 'ETAT'],
  ['etat', 'RECTEUR', 'RECTEUR'],
  ['etat', 'REGION', null],
  ['region', null, 'REGION'],
  ['region', 'RECTEUR', null],
  ['pole-emploi', null, null],
  ['pole-emploi', 'ETAT', null],
] as const)('un acte de %s au titre %s compte comme %s', (maison, demande, titre) => {
  expect(titreDeLActe(maison, demande)).toBe(titre);
});

test('un relevé se fige quand toutes les maisons des copilotes ont validé le même', () => {
  const releve = { empreinte: 'r', figeLe: null };
  const valide = (titre: 'ETAT' | 'REGION', empreinte = 'r') => ({
    objet: 'RELEVE' as const,
    titre,
    empreinte,
  });
  const tous = [valide('ETAT'), valide('REGION')];
  const requis = ['ETAT', 'REGION'] as const;
  expect(seFige(releve, 'TENUE', tous, requis)).toBe(true);
  expect(seFige(releve, 'TENUE', [valide('ETAT'), valide('REGION', 'q')], requis)).toBe(false);
  expect(seFige(releve, 'PREVUE', tous, requis)).toBe(false);
  expect(seFige({ ...releve, figeLe: new Date() }, 'TENUE', tous, requis)).toBe(false);
  expect(seFige(releve, 'TENUE', [], [])).toBe(false);
  const ordre = tous.map((un) => ({ ...un, objet: 'ORDRE_DU_JOUR' as const }));
  expect(seFige(releve, 'TENUE', ordre, requis)).toBe(false);
});
