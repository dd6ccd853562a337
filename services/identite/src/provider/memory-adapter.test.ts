import { expect, test } from 'vitest';
import { createMemoryAdapter, MAX_ENTRIES } from './memory-adapter.js';

function unAdaptateur() {
  let nowMs = 1_000_000;
  const factory = createMemoryAdapter({ nowMs: () => nowMs });
  return {
    modele: factory,
    advance: (ms: number) => {
      nowMs += ms;
    },
  };
}

test('oublie ce qui a expiré, à la milliseconde', async () => {
  const { modele, advance } = unAdaptateur();
  const sessions = modele('Session');
  await sessions.upsert('s1', { uid: 'u1' }, 10);
  advance(9_999);
  expect(await sessions.find('s1')).toEqual({ uid: 'u1' });
  advance(1);
  expect(await sessions.find('s1')).toBeUndefined();
  expect(await sessions.findByUid('u1')).toBeUndefined();
});

test('ne confond pas deux sortes de même identifiant', async () => {
  const { modele } = unAdaptateur();
  await modele('Session').upsert('x', { uid: 'session' }, 10);
  await modele('Interaction').upsert('x', { uid: 'connexion' }, 10);
  expect(await modele('Session').find('x')).toEqual({ uid: 'session' });
  await modele('Session').destroy('x');
  expect(await modele('Interaction').find('x')).toEqual({ uid: 'connexion' });
});

test('marque un code consommé', async () => {
  const { modele } = unAdaptateur();
  const codes = modele('AuthorizationCode');
  await codes.upsert('c', {}, 30);
  await codes.consume('c');
  expect(await codes.find('c')).toEqual({ consumed: 1000 });
});

test('un accord retiré emporte ses jetons et ses codes, pas la connexion en cours', async () => {
  const { modele } = unAdaptateur();
  for (const nom of ['AccessToken', 'AuthorizationCode', 'Interaction']) {
    await modele(nom).upsert('a', { grantId: 'accord' }, 60);
    await modele(nom).upsert('b', { grantId: 'autre' }, 60);
  }
  await modele('AccessToken').revokeByGrantId('accord');
  expect(await modele('AccessToken').find('a')).toBeUndefined();
  expect(await modele('AuthorizationCode').find('a')).toBeUndefined();
  expect(await modele('Interaction').find('a')).toBeDefined();
  expect(await modele('AccessToken').find('b')).toBeDefined();
});

test('ne grandit pas sans fin : les plus anciens partent', async () => {
  const { modele } = unAdaptateur();
  const connexions = modele('Interaction');
  for (let numero = 0; numero <= MAX_ENTRIES; numero += 1) {
    await connexions.upsert(`c${numero}`, {}, 3600);
  }
  expect(await connexions.find('c0')).toBeUndefined();
  expect(await connexions.find('c1')).toBeDefined();
  expect(await connexions.find(`c${MAX_ENTRIES}`)).toBeDefined();
});
