import { expect, test } from 'vitest';
import { creerFetchAvecSession } from './fetch-avec-session.js';

function situation(statuts: number[], authentifiee = true) {
  const envois: string[] = [];
  const reconnexion = Promise.withResolvers<void>();
  const expirations: string[] = [];
  const envoyer = creerFetchAvecSession({
    fetch: async (_entree, options) => {
      envois.push(typeof options?.body === 'string' ? options.body : '');
      return new Response('{}', { status: statuts.shift() ?? 500 });
    },
    estAuthentifiee: () => authentifiee,
    signalerExpiration: () => expirations.push('expiree'),
    attendreReconnexion: () => reconnexion.promise,
  });
  return { envois, expirations, envoyer, reconnexion };
}

test('une requête refusée à l’expiration repart une fois l’agent revenu', async () => {
  const { envois, expirations, envoyer, reconnexion } = situation([401, 200]);
  const reponse = envoyer('/graphql', { body: 'texte saisi' });
  reconnexion.resolve();
  expect((await reponse).status).toBe(200);
  expect(envois).toEqual(['texte saisi', 'texte saisi']);
  expect(expirations).toEqual(['expiree']);
});

test('rien ne repart tant que l’agent n’est pas revenu', async () => {
  const { envois, envoyer, reconnexion } = situation([401, 200]);
  const reponse = envoyer('/graphql', { body: 'a' });
  await Promise.resolve();
  await Promise.resolve();
  expect(envois).toHaveLength(1);
  reconnexion.resolve();
  await reponse;
  expect(envois).toHaveLength(2);
});

test('un visiteur qui ne s’est jamais connecté reçoit le refus tel quel', async () => {
  const { envois, expirations, envoyer } = situation([401], false);
  expect((await envoyer('/graphql')).status).toBe(401);
  expect(envois).toHaveLength(1);
  expect(expirations).toEqual([]);
});
