import { describe, expect, test } from 'vitest';
import { refuserConclusion, refuserDates, refuserEtapes, refuserEvaluation } from './regles.js';

const JOUR = '2023-12-15';

describe('les étapes', () => {
  const etape = (echeance: string | null, faiteLe: string | null = null) => ({
    debut: '2023-09-01',
    fin: '2023-11-30',
    etapes: [{ titre: 'Une étape', echeance, faiteLe }],
  });

  test.each([
    ['2023-09-01', null],
    ['2023-11-30', null],
    [null, null],
    ['2023-08-31', 'ETAPE_HORS_DATES'],
    ['2023-12-01', 'ETAPE_HORS_DATES'],
  ])('prévue le %s entre le 1er septembre et le 30 novembre : %s', (echeance, code) => {
    expect(refuserEtapes(etape(echeance), JOUR)?.code ?? null).toBe(code);
  });

  test('se disent faites le jour même, même après leur échéance, jamais un jour à venir', () => {
    expect(refuserEtapes(etape('2023-10-01', JOUR), JOUR)).toBeNull();
    expect(refuserEtapes(etape('2023-10-01', '2023-12-16'), JOUR)?.code).toBe('ETAPE_A_VENIR');
  });

  test('sans début ni fin, toute échéance tient', () => {
    expect(refuserEtapes({ ...etape('2030-01-01'), debut: null, fin: null }, JOUR)).toBeNull();
  });
});

test('ligne 11 : une expérimentation est datée et finit au plus tard le 31 décembre 2023', () => {
  const dates = (fin: string | null) =>
    refuserDates({ debut: null, fin, experimental: true })?.code ?? null;
  expect(dates(null)).toBe('EXPERIMENTATION_SANS_FIN');
  expect(dates('2024-01-01')).toBe('EXPERIMENTATION_TROP_LONGUE');
  expect(dates('2023-12-31')).toBeNull();
});

test('une évaluation porte sur une expérimentation, au plus tard le jour même', () => {
  const evaluer = (experimental: boolean, le: string) =>
    refuserEvaluation({ experimental }, { le }, JOUR)?.code ?? null;
  expect(evaluer(true, JOUR)).toBeNull();
  expect(evaluer(true, '2023-12-16')).toBe('EVALUATION_A_VENIR');
  expect(evaluer(false, JOUR)).toBe('PAS_EXPERIMENTALE');
});

describe('ligne 12 : la suite d’une expérimentation', () => {
  const courante = {
    numero: 1,
    experimental: true,
    evaluation: { texte: 'Utile.', le: '2023-12-01' },
  };
  const suite = { numero: 2, experimental: false, prolonge: null };

  test.each([
    ['une fiche nouvelle', undefined, null],
    ['une fiche libre', suite, null],
    ['la sienne déjà', { ...suite, prolonge: 1 }, null],
    ['une fiche inconnue', null, 'FICHE_INCONNUE'],
    ['une autre expérimentation', { ...suite, experimental: true }, 'SUITE_INATTENDUE'],
    ['elle-même', { ...suite, numero: 1 }, 'SUITE_INATTENDUE'],
    ['celle d’une autre', { ...suite, prolonge: 9 }, 'SUITE_DEJA_LIEE'],
  ])('est %s', (_quoi, nommee, code) => {
    expect(refuserConclusion(courante, 'ADAPTEE', nommee)?.code ?? null).toBe(code);
  });

  test('ne se dit qu’après l’évaluation ; un arrêt n’en a pas', () => {
    expect(refuserConclusion({ ...courante, evaluation: null }, 'ARRETEE', undefined)?.code).toBe(
      'EVALUATION_MANQUANTE',
    );
    expect(refuserConclusion(courante, 'ARRETEE', suite)?.code).toBe('SUITE_INATTENDUE');
    expect(refuserConclusion(courante, 'ARRETEE', undefined)).toBeNull();
  });
});
