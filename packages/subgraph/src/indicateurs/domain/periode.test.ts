import { expect, test } from 'vitest';
import { emboitees, parsePeriode } from './periode.js';

test.each([
  ['2022', { code: '2022', debut: '2022-01-01', fin: '2022-12-31' }],
  ['2023-T3', { code: '2023-T3', debut: '2023-07-01', fin: '2023-09-30' }],
  ['T4_2024', { code: '2024-T4', debut: '2024-10-01', fin: '2024-12-31' }],
  ['2024Q1', { code: '2024-T1', debut: '2024-01-01', fin: '2024-03-31' }],
  [' 2024-02 ', { code: '2024-02', debut: '2024-02-01', fin: '2024-02-29' }],
])('lit la période %s', (texte, attendue) => {
  expect(parsePeriode(texte)).toEqual(attendue);
});

test.each(['', '2023-T5', '2023-13', '1974', '2101', 'T0_2023', '23-T1', '2023-T3-01'])(
  'n’invente pas de période pour « %s »',
  (texte) => {
    expect(parsePeriode(texte)).toBeNull();
  },
);

test('une année contient ses trimestres et ses mois, pas ceux d’une autre', () => {
  const periode = (code: string) => {
    const lue = parsePeriode(code);
    if (lue === null) throw new Error(code);
    return lue;
  };
  const couple = (une: string, autre: string) => emboitees(periode(une), periode(autre));
  expect(couple('2023', '2023-T3')).toBe(true);
  expect(couple('2023-10', '2023-T4')).toBe(true);
  expect(couple('2023-10', '2023-T3')).toBe(false);
  expect(couple('2023-T3', '2023-T3')).toBe(false);
  expect(couple('2022', '2023-T1')).toBe(false);
});
