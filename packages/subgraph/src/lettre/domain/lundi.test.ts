import { expect, test } from 'vitest';
import { joursApres, lundiDe, lundiDeLaLettre } from './lundi.js';

test.each([
  ['2023-12-18T05:59:59Z', null],
  ['2023-12-18T06:00:00Z', '2023-12-18'],
  ['2023-12-18T22:59:59Z', '2023-12-18'],
  ['2023-12-18T23:00:00Z', null],
  ['2023-12-19T06:00:00Z', null],
  // Summer time: two hours ahead of UTC.
  ['2023-07-03T04:59:59Z', null],
  ['2023-07-03T05:00:00Z', '2023-07-03'],
  // The clock goes back in the night before: 7:00 is one hour later in UTC than a week ago.
  ['2023-10-30T05:00:00Z', null],
  ['2023-10-30T06:00:00Z', '2023-10-30'],
  // Sunday night in UTC, Monday in Paris, before 7:00.
  ['2023-12-17T23:30:00Z', null],
])('à %s, la lettre due est celle du %s', (instant, lundi) => {
  expect(lundiDeLaLettre(new Date(instant))).toBe(lundi);
});

test('le lundi d’une semaine, et le jour d’après', () => {
  expect(lundiDe('2023-12-15')).toBe('2023-12-11');
  expect(lundiDe('2023-12-11')).toBe('2023-12-11');
  expect(lundiDe('2023-12-17')).toBe('2023-12-11');
  expect(joursApres('2023-12-31', 1)).toBe('2024-01-01');
  expect(joursApres('2024-03-01', -1)).toBe('2024-02-29');
});
