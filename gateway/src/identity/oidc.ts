import * as client from 'openid-client';
import { GatewayError } from '../errors.js';

export interface OidcSettings {
  emetteur: URL;
  clientId: string;
  clientSecret: string;
  /** How the secret is presented: `basic` unless the provider asks for `post`. */
  authentificationClient: 'basic' | 'post';
  scope: string;
  /** Set when the provider signs its userinfo answers, as ProConnect does. */
  userinfoAlg: string | undefined;
  redirection: URL;
  apresDeconnexion: URL;
}

/** What must be remembered between leaving for the provider and coming back. */
export interface SignInUnderWay {
  state: string;
  nonce: string;
  codeVerifier: string;
}

export interface SignedIn {
  emetteur: string;
  sujet: string;
  prenom: string | null;
  nom: string | null;
  amr: string[];
  idToken: string;
}

/** Signs agents in at an outside OpenID provider: authorization code with PKCE. */
export interface Oidc {
  begin(): Promise<{ url: URL; underWay: SignInUnderWay }>;
  /** @throws GatewayError CONNEXION_REFUSEE, FOURNISSEUR_INDISPONIBLE */
  finish(current: URL, underWay: SignInUnderWay): Promise<SignedIn>;
  /** Null when the provider has no sign-out page. */
  signOutUrl(idToken: string | null): Promise<URL | null>;
  /** Where the provider publishes its keys. */
  jwksUri(): Promise<URL>;
}

const DELAI_S = 5;

export function createOidc(settings: OidcSettings): Oidc {
  let discovered: Promise<client.Configuration> | null = null;

  /** Found at first need, and again after a failure: the provider may start after the gateway. */
  function configuration(): Promise<client.Configuration> {
    discovered ??= discover(settings).catch((cause: unknown) => {
      discovered = null;
      throw new GatewayError('FOURNISSEUR_INDISPONIBLE', { cause });
    });
    return discovered;
  }

  return {
    async begin() {
      const config = await configuration();
      const underWay = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirection.href,
        scope: settings.scope,
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(underWay.codeVerifier),
        code_challenge_method: 'S256',
        // `amr` is given only when asked for by name.
        claims: JSON.stringify({ id_token: { amr: null } }),
      });
      return { url, underWay };
    },
    async finish(current, underWay) {
      const config = await configuration();
      try {
        const tokens = await client.authorizationCodeGrant(config, current, {
          pkceCodeVerifier: underWay.codeVerifier,
          expectedState: underWay.state,
          expectedNonce: underWay.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined || tokens.id_token === undefined) {
          throw new GatewayError('CONNEXION_REFUSEE');
        }
        const info = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
        return {
          emetteur: claims.iss,
          sujet: claims.sub,
          prenom: text(info['given_name']),
          nom: text(info['usual_name']) ?? text(info['family_name']),
          amr: texts(claims['amr']),
          idToken: tokens.id_token,
        };
      } catch (cause) {
        throw signInFailure(cause);
      }
    },
    async signOutUrl(idToken) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(config, {
        post_logout_redirect_uri: settings.apresDeconnexion.href,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      });
    },
    async jwksUri() {
      const uri = (await configuration()).serverMetadata().jwks_uri;
      if (uri === undefined) throw new GatewayError('FOURNISSEUR_INDISPONIBLE');
      return new URL(uri);
    },
  };
}

function discover(settings: OidcSettings): Promise<client.Configuration> {
  const authentication =
    settings.authentificationClient === 'basic'
      ? client.ClientSecretBasic(settings.clientSecret)
      : client.ClientSecretPost(settings.clientSecret);
  return client.discovery(
    settings.emetteur,
    settings.clientId,
    settings.userinfoAlg === undefined
      ? {}
      : { userinfo_signed_response_alg: settings.userinfoAlg },
    authentication,
    {
      timeout: DELAI_S,
      // Plain HTTP for the demonstration only: production refuses such an issuer at start.
      execute: settings.emetteur.protocol === 'http:' ? [client.allowInsecureRequests] : [],
    },
  );
}

/** A refusal by the provider is an answer; anything below it means that it is not reachable. */
function signInFailure(cause: unknown): GatewayError {
  if (cause instanceof GatewayError) return cause;
  const isRefusal =
    cause instanceof client.AuthorizationResponseError ||
    cause instanceof client.ResponseBodyError ||
    cause instanceof client.ClientError ||
    cause instanceof client.WWWAuthenticateChallengeError;
  const isUnreachable =
    cause instanceof TypeError || (cause instanceof Error && cause.cause instanceof TypeError);
  return new GatewayError(
    isRefusal && !isUnreachable ? 'CONNEXION_REFUSEE' : 'FOURNISSEUR_INDISPONIBLE',
    { cause },
  );
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
