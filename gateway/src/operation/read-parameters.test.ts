import { describe, expect, it } from 'vitest';
import { GatewayError } from '../errors.js';
import { readParameters } from './read-parameters.js';

function codeOf(body: string): string {
  try {
    readParameters(body, 32);
  } catch (error) {
    if (error instanceof GatewayError) return error.code;
    throw error;
  }
  return 'ACCEPTE';
}

describe('paramètres d’une requête GraphQL', () => {
  it('lit query, operationName et variables', () => {
    const body = JSON.stringify({ query: '{a}', operationName: 'A', variables: { x: 1 } });
    expect(readParameters(body, 32)).toEqual({
      query: '{a}',
      documentId: null,
      operationName: 'A',
      variables: { x: 1 },
    });
  });

  it.each([
    ['{', 'JSON_INVALIDE'],
    ['', 'JSON_INVALIDE'],
    ['[{"query":"{a}"}]', 'LOT_REFUSE'],
    ['"{a}"', 'PARAMETRES_INVALIDES'],
    ['{}', 'PARAMETRES_INVALIDES'],
    ['{"query":1}', 'PARAMETRES_INVALIDES'],
    ['{"query":"{a}","variables":[]}', 'PARAMETRES_INVALIDES'],
    ['{"query":"{a}","variables":"{}"}', 'PARAMETRES_INVALIDES'],
    ['{"query":"{a}","operationName":1}', 'PARAMETRES_INVALIDES'],
    ['{"query":"{a}","variables":null,"operationName":null}', 'ACCEPTE'],
  ])('%s : %s', (body, code) => {
    expect(codeOf(body)).toBe(code);
  });

  it('refuse une imbrication profonde avant de la lire, sans être trompé par les textes', () => {
    expect(codeOf(`{"query":"{a}","variables":${'['.repeat(50_000)}`)).toBe('JSON_TROP_PROFOND');
    expect(codeOf(`{"query":"${'['.repeat(100)}\\"${'{'.repeat(100)}"}`)).toBe('ACCEPTE');
  });
});
