import { expect, test } from 'vitest';
import {
  formaterDate,
  formaterDateProche,
  formaterDepuis,
  formaterLe,
  formaterNombre,
  formaterPeriode,
} from './formats.js';

// Friday 15 December 2023, 18:42 in Paris.
const maintenant = new Date('2023-12-15T17:42:00Z');

test('les nombres se groupent par trois avec une espace fine insécable', () => {
  expect(formaterNombre(5_992_194)).toBe('5\u202f992\u202f194');
});

test.each([
  ['2023-12-15T17:41:40Z', 'à l’instant'],
  ['2023-12-15T17:40:30Z', 'il y a 1 minute'],
  ['2023-12-15T17:02:00Z', 'il y a 40 minutes'],
  ['2023-12-15T08:05:00Z', 'aujourd’hui, 09:05'],
  ['2023-12-14T16:42:00Z', 'hier, 17:42'],
  ['2023-12-14T23:30:00Z', 'aujourd’hui, 00:30'],
  ['2023-12-11T09:00:00Z', 'lundi'],
  ['2023-12-01T09:00:00Z', '1er décembre'],
  ['2022-06-08T09:00:00Z', '8 juin 2022'],
  ['2023-12-15', 'aujourd’hui'],
  ['2023-12-14', 'hier'],
  ['2023-12-20', '20 décembre'],
])('%s se lit « %s »', (iso, attendu) => {
  expect(formaterDateProche(iso, maintenant)).toBe(attendu);
});

test('une date exacte dit l’heure de Paris ; une date civile n’en a pas', () => {
  expect(formaterDate('2023-12-08T16:42:00Z')).toBe('8 décembre 2023 à 17:42');
  expect(formaterDate('2023-12-01')).toBe('1er décembre 2023');
});

test('après un verbe, une date prend son article', () => {
  expect(formaterLe('2023-12-01T09:00:00Z', maintenant)).toBe('le 1er décembre');
  expect(formaterLe('2023-12-14T16:42:00Z', maintenant)).toBe('hier, 17:42');
});

test('une période dit son année une fois quand c’est la même', () => {
  expect(formaterPeriode('2024-01-08', '2024-02-20')).toBe('du 8 janvier au 20 février 2024');
  expect(formaterPeriode('2023-12-01', '2024-02-20')).toBe(
    'du 1er décembre 2023 au 20 février 2024',
  );
});

test('une situation qui dure se dit à la minute, puis à l’heure', () => {
  const il = (secondes: number): Date => new Date(maintenant.getTime() - secondes * 1_000);
  expect(formaterDepuis(il(20), maintenant)).toBe('depuis moins d’une minute');
  expect(formaterDepuis(il(125), maintenant)).toBe('depuis 2 minutes');
  expect(formaterDepuis(il(3_700), maintenant)).toBe('depuis 1 heure');
});
