import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { GatewayError } from '../errors.js';
import { createSessions, type Sessions } from './session.js';

const MINUTE = 60_000;

function desSessions(cle = randomBytes(32)): {
  sessions: Sessions;
  avancer: (ms: number) => void;
} {
  let maintenant = Date.parse('2026-11-22T09:00:00Z');
  return {
    sessions: createSessions({ cle, maintenant: () => new Date(maintenant) }),
    avancer: (ms) => {
      maintenant += ms;
    },
  };
}

const UN_AGENT = {
  emetteur: 'http://127.0.0.1:4010',
  sujet: 'agent-1',
  prenom: 'Camille',
  nom: 'EXEMPLE',
  amr: ['pwd'],
  idToken: null,
};

const codeDe = async (promesse: Promise<unknown>): Promise<string> => {
  try {
    await promesse;
  } catch (error) {
    if (error instanceof GatewayError) return error.code;
    throw error;
  }
  return 'VALABLE';
};

describe('session d’un agent', () => {
  it('se relit, y compris par une autre passerelle de même clé', async () => {
    const cle = randomBytes(32);
    const { cookie } = await desSessions(cle).sessions.open(UN_AGENT);
    expect(await desSessions(cle).sessions.read(cookie)).toMatchObject(UN_AGENT);
  });

  it('ne montre rien de son contenu', async () => {
    const { cookie } = await desSessions().sessions.open(UN_AGENT);
    const clair = cookie
      .split('.')
      .map((partie) => Buffer.from(partie, 'base64url').toString())
      .join();
    expect(clair).not.toMatch(/Camille|agent-1/);
  });

  it('refuse un cookie altéré, tronqué, d’une autre clé ou d’un autre usage', async () => {
    const { sessions } = desSessions();
    const { cookie } = await sessions.open(UN_AGENT);
    const milieu = cookie.length - 30;
    const altere = `${cookie.slice(0, milieu)}${cookie[milieu] === 'A' ? 'B' : 'A'}${cookie.slice(milieu + 1)}`;
    expect(await codeDe(sessions.read(altere))).toBe('JETON_INVALIDE');
    expect(await codeDe(sessions.read(cookie.slice(0, -4)))).toBe('JETON_INVALIDE');
    expect(await codeDe(sessions.read('n’importe quoi'))).toBe('JETON_INVALIDE');
    expect(await codeDe(desSessions().sessions.read(cookie))).toBe('JETON_INVALIDE');
    const autreUsage = await sessions.seal({ ...UN_AGENT }, 600);
    expect(await codeDe(sessions.read(autreUsage))).toBe('JETON_INVALIDE');
  });

  it('expire après trente minutes sans activité', async () => {
    const { sessions, avancer } = desSessions();
    const { cookie } = await sessions.open(UN_AGENT);
    avancer(29 * MINUTE);
    expect(await codeDe(sessions.read(cookie))).toBe('VALABLE');
    avancer(2 * MINUTE);
    expect(await codeDe(sessions.read(cookie))).toBe('SESSION_EXPIREE');
  });

  it('glisse avec l’activité, mais jamais au-delà de huit heures', async () => {
    const { sessions, avancer } = desSessions();
    let { cookie } = await sessions.open(UN_AGENT);
    for (let i = 0; i < 23; i += 1) {
      avancer(20 * MINUTE);
      cookie = (await sessions.renew(await sessions.read(cookie))) ?? cookie;
    }
    expect(await codeDe(sessions.read(cookie))).toBe('VALABLE');
    avancer(20 * MINUTE);
    expect(await codeDe(sessions.read(cookie))).toBe('SESSION_EXPIREE');
  });

  it('ne réécrit pas le cookie à chaque requête', async () => {
    const { sessions, avancer } = desSessions();
    const { session } = await sessions.open(UN_AGENT);
    avancer(30_000);
    expect(await sessions.renew(session)).toBeNull();
    avancer(31_000);
    expect(await sessions.renew(session)).not.toBeNull();
  });

  it('ne sert plus après la déconnexion', async () => {
    const { sessions } = desSessions();
    const { session, cookie } = await sessions.open(UN_AGENT);
    sessions.revoke(session);
    expect(await codeDe(sessions.read(cookie))).toBe('SESSION_EXPIREE');
    expect(sessions.expireLe(session).getTime()).toBe(0);
  });

  it('oublie une connexion commencée il y a trop longtemps', async () => {
    const { sessions, avancer } = desSessions();
    const cookie = await sessions.seal({ state: 'x' }, 600);
    expect(await sessions.unseal(cookie)).toMatchObject({ state: 'x' });
    avancer(11 * MINUTE);
    expect(await sessions.unseal(cookie)).toBeNull();
  });
});
