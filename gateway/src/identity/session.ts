import { randomUUID } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { GatewayError } from '../errors.js';

/**
 * What the cookie carries: who signed in and when, never what they may do. Rights are read
 * again at each request, so that a right taken away is gone at once.
 */
export interface Session {
  readonly sid: string;
  readonly emetteur: string;
  readonly sujet: string;
  readonly prenom: string | null;
  readonly nom: string | null;
  readonly amr: readonly string[];
  /** Sign-in and last activity, in seconds. */
  readonly debut: number;
  readonly vu: number;
  /** Kept to sign out at the identity provider too; null when too long for a cookie. */
  readonly idToken: string | null;
}

export const INACTIVITE_MAX_S = 30 * 60;
export const DUREE_MAX_S = 8 * 60 * 60;
/** The cookie is written again at most this often. */
const GLISSEMENT_S = 60;
const ID_TOKEN_MAX = 2_000;

const sessionSchema = z.object({
  sid: z.string(),
  emetteur: z.string(),
  sujet: z.string(),
  prenom: z.string().nullable(),
  nom: z.string().nullable(),
  amr: z.array(z.string()),
  debut: z.number(),
  vu: z.number(),
  idToken: z.string().nullable(),
});

export interface Sessions {
  open(
    personne: Omit<Session, 'sid' | 'debut' | 'vu'>,
  ): Promise<{ session: Session; cookie: string }>;
  /** @throws GatewayError JETON_INVALIDE (not ours, or altered), SESSION_EXPIREE */
  read(cookie: string): Promise<Session>;
  /** The cookie to send back when the session has been active; null when it is recent enough. */
  renew(session: Session): Promise<string | null>;
  revoke(session: Session): void;
  expireLe(session: Session): Date;
  /** A second cookie kind, short-lived and just as closed: the sign-in under way. */
  seal(contenu: Record<string, unknown>, dureeS: number): Promise<string>;
  unseal(cookie: string): Promise<Record<string, unknown> | null>;
}

interface SessionsDeps {
  cle: Uint8Array;
  maintenant?: () => Date;
}

const ALGORITHMES = {
  keyManagementAlgorithms: ['dir'],
  contentEncryptionAlgorithms: ['A256GCM'],
};

export function createSessions(deps: SessionsDeps): Sessions {
  const maintenant = deps.maintenant ?? (() => new Date());
  const nowS = (): number => Math.floor(maintenant().getTime() / 1000);
  // Decryption is the dearest part of authentication; a browser sends the same cookie many times.
  const lues = new LRUCache<string, Session>({ max: 5_000 });
  // Known to this gateway only: a stolen cookie must not outlive « Se déconnecter » here.
  const revoquees = new LRUCache<string, true>({ max: 50_000, ttl: DUREE_MAX_S * 1000 });
  /** Last activity by session, so that a long stream follows what other requests do. */
  const activites = new LRUCache<string, number>({ max: 50_000, ttl: DUREE_MAX_S * 1000 });

  const encrypt = (usage: string, claims: Record<string, unknown>): Promise<string> =>
    new EncryptJWT(claims)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: usage })
      .encrypt(deps.cle);

  const write = (session: Session): Promise<string> =>
    encrypt('passerelle-session', { ...session });

  const lastSeen = (session: Session): number =>
    Math.max(session.vu, activites.get(session.sid) ?? 0);
  const endS = (session: Session): number =>
    Math.min(lastSeen(session) + INACTIVITE_MAX_S, session.debut + DUREE_MAX_S);

  async function decrypt(cookie: string): Promise<Session> {
    const known = lues.get(cookie);
    if (known !== undefined) return known;
    try {
      const { payload, protectedHeader } = await jwtDecrypt(cookie, deps.cle, ALGORITHMES);
      if (protectedHeader['typ'] !== 'passerelle-session') throw new GatewayError('JETON_INVALIDE');
      const session = sessionSchema.parse(payload);
      lues.set(cookie, session);
      return session;
    } catch (cause) {
      throw cause instanceof GatewayError ? cause : new GatewayError('JETON_INVALIDE', { cause });
    }
  }

  return {
    async open(personne) {
      const debut = nowS();
      const idToken =
        personne.idToken !== null && personne.idToken.length <= ID_TOKEN_MAX
          ? personne.idToken
          : null;
      const session: Session = { ...personne, idToken, sid: randomUUID(), debut, vu: debut };
      return { session, cookie: await write(session) };
    },
    async read(cookie) {
      const session = await decrypt(cookie);
      if (revoquees.has(session.sid) || nowS() >= endS(session)) {
        throw new GatewayError('SESSION_EXPIREE');
      }
      return session;
    },
    async renew(session) {
      const vu = nowS();
      activites.set(session.sid, vu);
      return vu - session.vu < GLISSEMENT_S ? null : write({ ...session, vu });
    },
    revoke(session) {
      revoquees.set(session.sid, true);
    },
    expireLe: (session) => new Date((revoquees.has(session.sid) ? 0 : endS(session)) * 1000),
    seal: (contenu, dureeS) =>
      encrypt('passerelle-connexion', { ...contenu, exp: nowS() + dureeS }),
    async unseal(cookie) {
      try {
        const { payload, protectedHeader } = await jwtDecrypt(cookie, deps.cle, {
          ...ALGORITHMES,
          currentDate: maintenant(),
        });
        return protectedHeader['typ'] === 'passerelle-connexion' ? payload : null;
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}
