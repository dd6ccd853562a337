import type { IncomingMessage } from 'node:http';
import {
  type Habilitations,
  type Identite,
  identiteOfAgent,
  identiteOfIntegrateur,
  identiteOfService,
} from '@passerelle/identity';
import { LRUCache } from 'lru-cache';
import { GatewayError } from '../errors.js';
import { type CookieJar, readCookie } from '../http/cookies.js';
import type { VerifyAccessToken } from './access-token.js';
import type { Session, Sessions } from './session.js';

/** Who asks, how it was proved, and until when. */
export interface Authenticated {
  /** Null only where the gateway runs without authentication. */
  readonly identite: Identite | null;
  readonly cleIdentite: string;
  /** Null for a program: no cookie, so no forged request from another site. */
  readonly session: Session | null;
  /** Read again by long streams: activity elsewhere moves it, signing out brings it back. */
  expireLe(): Date | null;
}

export interface Authenticator {
  /** @throws GatewayError NON_AUTHENTIFIE, SESSION_EXPIREE, JETON_*, NON_HABILITE */
  authenticate(req: IncomingMessage): Promise<Authenticated>;
  /** Same identity with today's rights; null when they were taken away. */
  refresh(who: Authenticated): Authenticated | null;
}

interface AuthenticatorDeps {
  sessions: Sessions;
  cookies: CookieJar;
  habilitations: () => Habilitations;
  verifyAccessToken: VerifyAccessToken;
  maintenant?: () => Date;
}

interface KnownToken {
  clientId: string;
  expireLe: Date;
}

export function createAuthenticator(deps: AuthenticatorDeps): Authenticator {
  const maintenant = deps.maintenant ?? (() => new Date());
  const verified = new LRUCache<string, KnownToken>({ max: 1_000 });

  /** A browser sends the same cookie many times: the identity is worked out again only when rights change. */
  const known = new WeakMap<Session, { habilitations: Habilitations; who: Authenticated }>();

  function ofSession(session: Session): Authenticated {
    const habilitations = deps.habilitations();
    const before = known.get(session);
    if (before?.habilitations === habilitations) return before.who;
    const who = readSession(session, habilitations);
    known.set(session, { habilitations, who });
    return who;
  }

  function readSession(session: Session, habilitations: Habilitations): Authenticated {
    const agent = habilitations.find(session.emetteur, session.sujet);
    if (agent === undefined) throw new GatewayError('NON_HABILITE');
    const identite = identiteOfAgent(agent, { amr: session.amr });
    return {
      identite,
      cleIdentite: JSON.stringify(identite),
      session,
      expireLe: () => deps.sessions.expireLe(session),
    };
  }

  function ofClient({ clientId, expireLe }: KnownToken): Authenticated {
    const identite = programOf(deps.habilitations(), clientId);
    if (identite === null) throw new GatewayError('NON_HABILITE');
    return {
      identite,
      cleIdentite: JSON.stringify(identite),
      session: null,
      expireLe: () => expireLe,
    };
  }

  async function ofBearer(token: string): Promise<Authenticated> {
    let client = verified.get(token);
    if (client === undefined) {
      client = await deps.verifyAccessToken(token);
      verified.set(token, client);
    }
    if (client.expireLe <= maintenant()) throw new GatewayError('JETON_EXPIRE');
    return ofClient(client);
  }

  return {
    async authenticate(req) {
      const { authorization, cookie } = req.headers;
      if (authorization !== undefined) {
        const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
        if (token === undefined) throw new GatewayError('JETON_INVALIDE');
        return ofBearer(token);
      }
      const value = readCookie(cookie, deps.cookies.session);
      if (value === null) throw new GatewayError('NON_AUTHENTIFIE');
      return ofSession(await deps.sessions.read(value));
    },
    refresh(who) {
      const { identite, session } = who;
      const expireLe = who.expireLe();
      if (identite === null) return who;
      if (expireLe !== null && expireLe <= maintenant()) return null;
      try {
        return session === null
          ? ofClient({ clientId: identite.sujet, expireLe: expireLe ?? maintenant() })
          : ofSession(session);
      } catch (error) {
        if (error instanceof GatewayError) return null;
        throw error;
      }
    },
  };
}

/** A house's own service, or an integrator's application; never an agent, whatever its name. */
function programOf(habilitations: Habilitations, clientId: string): Identite | null {
  const service = habilitations.findService(clientId);
  if (service !== undefined) return identiteOfService(service);
  const integrateur = habilitations.findIntegrateur(clientId);
  return integrateur === undefined ? null : identiteOfIntegrateur(integrateur);
}

const PERSONNE: Authenticated = {
  identite: null,
  cleIdentite: '',
  session: null,
  expireLe: () => null,
};

/** For a gateway in front of a graph that has no users: everyone may ask everything. */
export const withoutAuthentication: Authenticator = {
  authenticate: async () => PERSONNE,
  refresh: (who) => who,
};
