import { NOMENCLATURE_NAF, naf, SECTIONS_NAF } from '@passerelle/reference-data';
import { expect, test } from 'vitest';

test('retrouve une sous-classe avec ou sans point, quelle que soit la casse', () => {
  const boulangerie = naf('10.71C');
  expect(boulangerie).toMatchObject({
    code: '10.71C',
    libelle: 'Boulangerie et boulangerie-pâtisserie',
    niveau: 'SOUS_CLASSE',
    nomenclature: NOMENCLATURE_NAF,
    section: { code: 'C', libelle: 'Industrie manufacturière' },
  });
  expect(naf('1071C')).toEqual(boulangerie);
  expect(naf(' 1071c ')).toEqual(boulangerie);
});

test.each([
  ['49', 'DIVISION', '49'],
  ['494', 'GROUPE', '49.4'],
  ['4941', 'CLASSE', '49.41'],
  ['49.41A', 'SOUS_CLASSE', '49.41A'],
])('%s est une %s', (code, niveau, canonical) => {
  expect(naf(code)).toMatchObject({ niveau, code: canonical, section: { code: 'H' } });
});

test.each(['', 'C', '04', '99.99Z', '10.71Z9', '1', '10..71C', '__proto__'])(
  '« %s » n’est pas pris pour une activité qui n’existe pas',
  (code) => {
    expect(naf(code)).toBeNull();
  },
);

test('les 21 sections se suivent de A à U et rangent 88 divisions, chacune une fois', () => {
  expect(SECTIONS_NAF.map(({ code }) => code).join('')).toBe('ABCDEFGHIJKLMNOPQRSTU');
  const divisions = Array.from({ length: 99 }, (_, index) => String(index + 1).padStart(2, '0'));
  const connues = divisions.filter((division) => naf(division) !== null);
  expect(connues).toHaveLength(88);
  const rangees = SECTIONS_NAF.flatMap(({ divisions: [premiere, derniere] }) =>
    connues.filter((division) => Number(division) >= premiere && Number(division) <= derniere),
  );
  expect(rangees.toSorted()).toEqual(connues);
});
