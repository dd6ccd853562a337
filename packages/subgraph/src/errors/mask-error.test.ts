import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { ExposedError } from './exposed-error.js';
import { createErrorMask } from './mask-error.js';
import { platformError } from './platform-errors.js';

function maskWithLog() {
  const told: { reference: string; code: string; error: unknown }[] = [];
  const mask = createErrorMask({
    partenaire: 'region',
    onUnexpected: (event) => told.push(event),
    newReference: () => 'ref-1',
  });
  return { mask, told };
}

test('montre une erreur prévue, même enveloppée deux fois par graphql-js', () => {
  const { mask, told } = maskWithLog();
  const exposed = new ExposedError('PAGE_INVALIDE', 'Une page…', { details: { max: 100 } });
  const wrapped = new GraphQLError('Variable "$x" got…', {
    path: ['a'],
    originalError: new GraphQLError('Expected…', { originalError: exposed }),
  });
  expect(mask(wrapped)).toEqual({
    message: 'Une page…',
    path: ['a'],
    extensions: { max: 100, code: 'PAGE_INVALIDE', partenaire: 'region', reference: 'ref-1' },
  });
  expect(told).toEqual([]);
});

test('masque ce qui n’était pas prévu, et le journalise sous la même référence', () => {
  const { mask, told } = maskWithLog();
  const bug = new Error('relation "secret" does not exist');
  const shown = mask(new GraphQLError(bug.message, { originalError: bug, path: ['b'] }));
  expect(JSON.stringify(shown)).not.toContain('secret');
  expect(shown.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    partenaire: 'region',
    reference: 'ref-1',
  });
  expect(told).toMatchObject([{ reference: 'ref-1', code: 'INTERNAL_SERVER_ERROR' }]);
});

test('un code posé par une bibliothèque ne suffit pas à montrer son message', () => {
  const { mask } = maskWithLog();
  const shown = mask(new GraphQLError('mot de passe = 1234', { extensions: { code: 'SECRET' } }));
  expect(JSON.stringify(shown)).not.toContain('1234');
});

test('une panne se montre à l’appelant et se dit au journal', () => {
  const { mask, told } = maskWithLog();
  const failure = platformError('BASE_INDISPONIBLE', { cause: new Error('ECONNREFUSED') });
  expect(mask(failure).extensions).toMatchObject({ code: 'BASE_INDISPONIBLE' });
  expect(told).toHaveLength(1);
});

test('une requête fausse garde son code, une phrase en français et le détail', () => {
  const { mask } = maskWithLog();
  const error = new GraphQLError('Cannot query field "x" on type "Query".', {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
  expect(mask(error)).toMatchObject({
    message: 'La requête ne correspond pas au graphe de ce partenaire.',
    extensions: { detail: 'Cannot query field "x" on type "Query".' },
  });
});
