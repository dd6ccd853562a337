import { expect, test } from 'vitest';
import { translateDatabaseError } from './translate-database-error.js';

const withCode = (code: string, message = 'x') => Object.assign(new Error(message), { code });

test.each([
  [withCode('ECONNREFUSED'), 'BASE_INDISPONIBLE'],
  [withCode('57P01'), 'BASE_INDISPONIBLE'],
  [withCode('08006'), 'BASE_INDISPONIBLE'],
  [withCode('53300'), 'BASE_INDISPONIBLE'],
  [new Error('Connection terminated unexpectedly'), 'BASE_INDISPONIBLE'],
  [new Error('timeout exceeded when trying to connect'), 'BASE_INDISPONIBLE'],
  [withCode('57014'), 'DELAI_DEPASSE'],
  [withCode('22021'), 'TEXTE_INVALIDE'],
  [withCode('42501', 'new row violates row-level security policy for table "x"'), 'ACCES_REFUSE'],
])('%s devient %s', (error, code) => {
  expect(translateDatabaseError(error)).toMatchObject({ code, cause: error });
});

test.each([
  withCode('42P01'),
  withCode('23505'),
  withCode('42501', 'permission denied for table x'),
  new TypeError('bug'),
])('%s reste une erreur imprévue', (error) => {
  expect(translateDatabaseError(error)).toBe(error);
});
