import { CombinedError } from '@urql/core';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { erreurLisible } from './erreur-lisible.js';

const duGraphe = (message: string, extensions: Record<string, unknown>): CombinedError =>
  new CombinedError({ graphQLErrors: [new GraphQLError(message, { extensions })] });

test('une coupure du réseau dit que rien de saisi n’est perdu', () => {
  const lisible = erreurLisible(new CombinedError({ networkError: new TypeError('fetch') }));
  expect(lisible.code).toBe('RESEAU');
  expect(lisible.message).toContain('rien de ce que vous avez saisi n’est perdu');
  expect(lisible.reessayable).toBe(true);
});

test('un partenaire absent est nommé, avec la référence à citer', () => {
  expect(
    erreurLisible(
      duGraphe('Ce partenaire est momentanément indisponible.', {
        code: 'PARTENAIRE_INDISPONIBLE',
        partenaire: 'pole-emploi',
        reference: 'r-42',
      }),
    ),
  ).toMatchObject({
    titre: 'Pôle emploi ne répond pas',
    partenaire: 'pole-emploi',
    reference: 'r-42',
  });
});

test('la phrase d’un code du domaine est celle de la maison', () => {
  const lisible = erreurLisible(
    duGraphe('La preuve est une adresse https.', { code: 'PREUVE_INVALIDE' }),
  );
  expect(lisible).toMatchObject({
    code: 'PREUVE_INVALIDE',
    message: 'La preuve est une adresse https.',
    reessayable: false,
  });
});

test('une panne masquée ne montre jamais son message technique', () => {
  const lisible = erreurLisible(
    duGraphe('column "x" does not exist', { code: 'INTERNAL_SERVER_ERROR', reference: 'r-7' }),
  );
  expect(lisible.message).not.toContain('column');
  expect(lisible.reference).toBe('r-7');
  expect(erreurLisible(new Error('boom')).message).not.toContain('boom');
  expect(erreurLisible(undefined).code).toBe('ERREUR_INTERNE');
});

test.each(['SESSION_EXPIREE', 'JETON_EXPIRE', 'JETON_INVALIDE'])(
  'le code %s invite à se reconnecter',
  (code) => {
    expect(erreurLisible(duGraphe('x', { code })).titre).toBe('Votre session a expiré');
  },
);
