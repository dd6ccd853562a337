import { randomUUID } from 'node:crypto';
import { type CryptoKey, errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { type Identite, identiteSchema } from './identite.js';
import { JetonExpire, JetonInvalide } from './jetons.errors.js';
import type { Audience } from './partenaires.js';
import { importVerificationKeys, type JwkSet, type SigningKey } from './signing-key.js';

const ISSUER = 'passerelle';
const TYPE = 'passerelle+jwt';
const ALGORITHM = 'EdDSA';
const DEFAULT_TTL_SECONDS = 60;
/** Clocks of two machines drift; more than this is a fault of the machines, not of the token. */
const CLOCK_TOLERANCE_SECONDS = 5;
/** No identity of ours is longer: a huge header is refused before any cryptography. */
const MAX_TOKEN_LENGTH = 8192;
const DEFAULT_REREAD_INTERVAL_MS = 5000;
/** Tokens in use at the same time at one service; the gateway sends the same one for half a minute. */
const MAX_KNOWN_TOKENS = 2_000;

/**
 * The short-lived token that the gateway joins to a request for one service.
 *
 * @param opts.audience - the only service that will accept it
 * @param opts.ttlSeconds - 60 by default
 */
export async function signInternalToken(
  identite: Identite,
  opts: { cle: SigningKey; audience: Audience; ttlSeconds?: number; maintenant?: Date },
): Promise<string> {
  const { sujet, ...claims } = identite;
  const issuedAt = Math.floor((opts.maintenant ?? new Date()).getTime() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: opts.cle.kid })
    .setIssuer(ISSUER)
    .setSubject(sujet)
    .setAudience(opts.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (opts.ttlSeconds ?? DEFAULT_TTL_SECONDS))
    .setJti(randomUUID())
    .sign(opts.cle.privateKey);
}

export type InternalTokenVerifier = (token: string) => Promise<Identite>;

/**
 * What a subgraph puts before its graph: gives the identity or refuses.
 *
 * `jwks` is read at the first token and again when a token names an unknown key, at most once per
 * `rereadIntervalMs`: keys rotate without restart, and invented `kid`s cannot make it read a file
 * at each request. A token that was verified is not verified again while it lasts: its time is
 * looked at each time, and a key taken away takes its tokens with it within their 60 s.
 *
 * @throws JetonExpire when the time has passed, JetonInvalide for every other refusal; an error of
 *   `jwks` itself passes as it is, because it says nothing about the token
 */
export function createInternalTokenVerifier(opts: {
  jwks: () => Promise<JwkSet> | JwkSet;
  audience: Audience;
  maintenant?: () => Date;
  rereadIntervalMs?: number;
}): InternalTokenVerifier {
  const maintenant = opts.maintenant ?? (() => new Date());
  const keyOf = createKeyFinder(
    opts.jwks,
    maintenant,
    opts.rereadIntervalMs ?? DEFAULT_REREAD_INTERVAL_MS,
  );

  const known = new LRUCache<string, Verified>({ max: MAX_KNOWN_TOKENS });

  return async (token) => {
    if (token.length > MAX_TOKEN_LENGTH) throw new JetonInvalide();
    const before = known.get(token);
    if (before !== undefined && maintenant().getTime() < before.expireMs) return before.identite;
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => keyOf(kid), {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: opts.audience,
        requiredClaims: ['exp', 'iat', 'jti', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: maintenant(),
      });
      // `aud` as a list would make one stolen token good at several partners.
      if (typeof payload.aud !== 'string') throw new JetonInvalide();
      const identite = identiteSchema.safeParse({ ...payload, sujet: payload.sub });
      if (!identite.success) throw new JetonInvalide({ cause: identite.error });
      known.set(token, { identite: identite.data, expireMs: (payload.exp ?? 0) * 1_000 });
      return identite.data;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new JetonExpire({ cause: error });
      if (error instanceof errors.JOSEError) throw new JetonInvalide({ cause: error });
      throw error;
    }
  };
}

interface Verified {
  readonly identite: Identite;
  /** Past it, the whole token is looked at again: clocks have their tolerance there. */
  readonly expireMs: number;
}

function createKeyFinder(
  jwks: () => Promise<JwkSet> | JwkSet,
  maintenant: () => Date,
  rereadIntervalMs: number,
): (kid: string | undefined) => Promise<CryptoKey> {
  let keys: Map<string, CryptoKey> | null = null;
  let reading: Promise<void> | null = null;
  let lastReadMs = Number.NEGATIVE_INFINITY;

  async function readNow(): Promise<void> {
    lastReadMs = maintenant().getTime();
    keys = await importVerificationKeys(await jwks());
  }

  function read(): Promise<void> {
    if (reading === null) {
      reading = readNow().finally(() => {
        reading = null;
      });
    }
    return reading;
  }

  return async (kid) => {
    if (kid === undefined) throw new JetonInvalide();
    if (keys === null) await read();
    const known = keys?.get(kid);
    if (known) return known;
    if (maintenant().getTime() - lastReadMs >= rereadIntervalMs) await read();
    const found = keys?.get(kid);
    if (!found) throw new JetonInvalide();
    return found;
  };
}
