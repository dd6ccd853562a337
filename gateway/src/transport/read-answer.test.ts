import { SubgraphFailure } from '@passerelle/executor';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.js';

const lire = (statut: number, text: string) =>
  readAnswer('etat', { statut, contentType: 'application/json', text }, { masquerErreurs: true });

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof SubgraphFailure) return error.code;
    throw error;
  }
  return 'LU';
}

describe('réponse d’un sous-graphe', () => {
  it.each([
    ['une page HTML', 200, '<html>', 'REPONSE_INVALIDE'],
    ['du JSON coupé', 200, '{"data":{"a":', 'REPONSE_INVALIDE'],
    ['un tableau', 200, '[]', 'REPONSE_INVALIDE'],
    ['un objet sans data ni errors', 200, '{"ok":true}', 'REPONSE_INVALIDE'],
    ['une erreur 500', 500, 'Internal Server Error', 'PARTENAIRE_INDISPONIBLE'],
    ['une passerelle amont absente', 502, '<html>', 'PARTENAIRE_INDISPONIBLE'],
    ['un refus de notre jeton', 401, '{"errors":[{"message":"non"}]}', 'ERREUR_PARTENAIRE'],
    [
      'un refus des droits de l’agent',
      403,
      '{"errors":[{"message":"non","extensions":{"code":"ACCES_REFUSE"}}]}',
      'LU',
    ],
    ['une réponse', 200, '{"data":{"a":1}}', 'LU'],
    ['une erreur GraphQL en 400', 400, '{"errors":[{"message":"x"}]}', 'LU'],
  ])('%s', (_nom, statut, text, code) => {
    expect(codeOf(() => lire(statut, text))).toBe(code);
  });

  it('tient pour absent un partenaire dont la base est absente', () => {
    const text = JSON.stringify({
      data: null,
      errors: [{ message: 'x', extensions: { code: 'BASE_INDISPONIBLE' } }],
    });
    expect(codeOf(() => lire(200, text))).toBe('PARTENAIRE_INDISPONIBLE');
  });

  it.each([
    ['des racines nulles', { engagements: null, territoires: null }, 'PARTENAIRE_INDISPONIBLE'],
    ['des entités nulles', { _entities: [null, null] }, 'PARTENAIRE_INDISPONIBLE'],
    ['une partie des données', { engagements: null, enjeux: [{ numero: 1 }] }, 'LU'],
  ])('tient de même pour absent, ou non, celui qui rend %s', (_nom, data, code) => {
    const errors = [{ message: 'x', extensions: { code: 'BASE_INDISPONIBLE' } }];
    expect(codeOf(() => lire(503, JSON.stringify({ data, errors })))).toBe(code);
    expect(codeOf(() => lire(200, JSON.stringify({ data, errors })))).toBe(code);
  });

  it('croit un partenaire qui dit simplement que rien n’existe', () => {
    expect(codeOf(() => lire(200, '{"data":{"engagement":null}}'))).toBe('LU');
    expect(codeOf(() => lire(200, '{"data":{"_entities":[null]}}'))).toBe('LU');
  });

  it('laisse passer le message d’une erreur qui porte un code du domaine', () => {
    const { errors } = lire(
      200,
      JSON.stringify({
        data: { a: null },
        errors: [
          {
            message: 'L’avancement va de 0 à 100.',
            path: ['a'],
            extensions: { code: 'AVANCEMENT_INVALIDE', champ: 'avancement', stacktrace: ['at x'] },
          },
        ],
      }),
    );
    expect(errors).toEqual([
      {
        message: 'L’avancement va de 0 à 100.',
        path: ['a'],
        extensions: { code: 'AVANCEMENT_INVALIDE', champ: 'avancement', partenaire: 'etat' },
      },
    ]);
  });

  it('cache le message d’un défaut, qui peut montrer la base ou le code', () => {
    const { errors } = lire(
      200,
      JSON.stringify({
        data: { a: null },
        errors: [
          {
            message: 'relation "agents" does not exist',
            path: ['a'],
            extensions: { code: 'INTERNAL_SERVER_ERROR', exception: { sql: 'select' } },
          },
        ],
      }),
    );
    expect(JSON.stringify(errors)).not.toMatch(/relation|select/);
    expect(errors?.[0]?.extensions).toEqual({ code: 'ERREUR_PARTENAIRE', partenaire: 'etat' });
  });
});
