import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { GatewayError } from '../errors.js';

/** An integrator's access token that holds: which application it is, until when. */
export interface AccessToken {
  clientId: string;
  expireLe: Date;
}

export type VerifyAccessToken = (token: string) => Promise<AccessToken>;

interface AccessTokenDeps {
  emetteur: URL;
  audience: string;
  jwksUri: () => Promise<URL>;
  maintenant?: () => Date;
}

/** Asymmetric only, named one by one: no token can choose `none`, nor a key as a shared secret. */
const ALGORITHMES = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const JETON_MAX = 8_192;
const TOLERANCE_S = 5;
const RELECTURE_CLES_MS = 30_000;

/** Verifies JWT access tokens of the identity provider by its published keys. */
export function createAccessTokenVerifier(deps: AccessTokenDeps): VerifyAccessToken {
  const maintenant = deps.maintenant ?? (() => new Date());
  // Some providers write their identifier with a final slash; URL adds one to a bare origin.
  const issuer = [deps.emetteur.href, deps.emetteur.href.replace(/\/$/, '')];
  let keys: Promise<JWTVerifyGetKey> | null = null;

  function keySet(): Promise<JWTVerifyGetKey> {
    keys ??= deps
      .jwksUri()
      .then((uri) =>
        createRemoteJWKSet(uri, { cooldownDuration: RELECTURE_CLES_MS, timeoutDuration: 3_000 }),
      )
      .catch((error: unknown) => {
        keys = null;
        throw error;
      });
    return keys;
  }

  return async (token) => {
    if (token.length > JETON_MAX) throw new GatewayError('JETON_INVALIDE');
    const getKey = await keySet();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, getKey, {
        algorithms: ALGORITHMES,
        issuer,
        audience: deps.audience,
        clockTolerance: TOLERANCE_S,
        currentDate: maintenant(),
        requiredClaims: ['exp', 'iat'],
      });
      const clientId = payload['client_id'] ?? payload['azp'] ?? payload.sub;
      // An ID token has an audience too: only what says it is an access token opens the graph.
      const isAccessToken =
        protectedHeader.typ?.toLowerCase().replace('application/', '') === 'at+jwt';
      if (!isAccessToken || typeof clientId !== 'string' || payload.exp === undefined) {
        throw new GatewayError('JETON_INVALIDE');
      }
      return { clientId, expireLe: new Date(payload.exp * 1000) };
    } catch (cause) {
      throw tokenFailure(cause);
    }
  };
}

function tokenFailure(cause: unknown): GatewayError {
  if (cause instanceof GatewayError) return cause;
  if (cause instanceof errors.JWTExpired) return new GatewayError('JETON_EXPIRE', { cause });
  if (cause instanceof errors.JWKSTimeout || !(cause instanceof errors.JOSEError)) {
    return new GatewayError('FOURNISSEUR_INDISPONIBLE', { cause });
  }
  // jose says so when the provider's key page answers something else than keys.
  if (cause.code === 'ERR_JOSE_GENERIC') {
    return new GatewayError('FOURNISSEUR_INDISPONIBLE', { cause });
  }
  return new GatewayError('JETON_INVALIDE', { cause });
}
