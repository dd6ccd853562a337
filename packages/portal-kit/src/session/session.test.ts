import { expect, test } from 'vitest';
import { lireReponseDeSession, peut, sessionSuivante } from './session.js';

const reponse = {
  authentifie: true,
  agent: {
    sujet: 's-1',
    prenom: 'Camille',
    nom: 'Exemple',
    fonction: 'chargée de mission',
    organisation: 'Région Hauts-de-France',
    partenaire: 'region',
    roles: ['charge-de-mission'],
    scopes: ['protocole:lire', 'region:contribution:modifier'],
    territoire: { code: '596', maille: 'ARRONDISSEMENT' },
    amr: ['pwd'],
  },
  expireLe: '2023-12-15T12:30:00.000Z',
};

test('la réponse de la passerelle donne l’agent et ses droits', () => {
  const session = lireReponseDeSession(reponse);
  expect(session).toEqual({
    statut: 'authentifiee',
    agent: reponse.agent,
    expireLe: new Date('2023-12-15T12:30:00.000Z'),
  });
  if (session.statut !== 'authentifiee') throw new Error('unreachable');
  expect(peut(session.agent, 'region:contribution:modifier')).toBe(true);
  expect(peut(session.agent, 'region:contribution:publier')).toBe(false);
  expect(peut(null, 'protocole:lire')).toBe(false);
});

test('une réponse inattendue est une session anonyme', () => {
  for (const corps of [null, {}, { authentifie: false }, { authentifie: true, agent: {} }]) {
    expect(lireReponseDeSession(corps)).toEqual({ statut: 'anonyme' });
  }
});

test('perdre son agent en cours de page est une expiration : l’agent reste connu', () => {
  const avant = lireReponseDeSession(reponse);
  const expiree = sessionSuivante(avant, { statut: 'anonyme' });
  expect(expiree).toMatchObject({ statut: 'expiree', agent: { sujet: 's-1' } });
  expect(sessionSuivante(expiree, { statut: 'anonyme' })).toEqual(expiree);
  expect(sessionSuivante(expiree, avant)).toEqual(avant);
  expect(sessionSuivante({ statut: 'inconnue' }, { statut: 'anonyme' })).toEqual({
    statut: 'anonyme',
  });
});
