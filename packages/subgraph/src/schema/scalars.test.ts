import { type GraphQLScalarType, Kind } from 'graphql';
import { expect, test } from 'vitest';
import { DateScalar } from './date.scalar.js';
import { DateTimeScalar } from './date-time.scalar.js';
import { SiretScalar } from './siret.scalar.js';

/** By variable and written in the query: two paths of graphql-js, one rule. */
function readings<Internal>(scalar: GraphQLScalarType<Internal, string>, value: string) {
  return [() => scalar.parseValue(value), () => scalar.parseLiteral({ kind: Kind.STRING, value })];
}

test.each(['2023-06-08', '2024-02-29'])('lit la date %s telle quelle', (date) => {
  for (const read of readings(DateScalar, date)) expect(read()).toBe(date);
});

test.each(['2023-02-30', '2023-13-01', '08/06/2023', '2023-6-8', '2023-06-08T00:00:00Z', ''])(
  'refuse la date « %s »',
  (date) => {
    for (const read of readings(DateScalar, date)) {
      expect(read).toThrow(expect.objectContaining({ code: 'DATE_INVALIDE' }));
    }
  },
);

test('lit et rend un instant en temps universel', () => {
  const instant = DateTimeScalar.parseValue('2023-12-15T10:30:00+01:00');
  expect(DateTimeScalar.serialize(instant)).toBe('2023-12-15T09:30:00.000Z');
  for (const read of readings(DateTimeScalar, '15 décembre')) {
    expect(read).toThrow(expect.objectContaining({ code: 'INSTANT_INVALIDE' }));
  }
});

test('lit un SIRET groupé, et celui d’un établissement de La Poste', () => {
  for (const read of readings(SiretScalar, '130 030 133 00016'))
    expect(read()).toBe('13003013300016');
  expect(SiretScalar.parseValue('35600000000048')).toBe('35600000000048');
});

test.each(['13003013300017', '1300301330001', '１3003013300016', '', 'SIRET'])(
  'refuse le SIRET « %s »',
  (siret) => {
    for (const read of readings(SiretScalar, siret)) {
      expect(read).toThrow(expect.objectContaining({ code: 'SIRET_INVALIDE' }));
    }
  },
);
