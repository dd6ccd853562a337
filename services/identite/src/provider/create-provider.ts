import { SCOPE_LIRE_PUBLIC } from '@passerelle/identity';
import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Accounts } from '../accounts/account.js';
import { CLAIMS_OF_SCOPES, claimsOf } from './claims.js';
import type { toClientMetadata } from './clients.js';
import { algorithmOf, type SigningJwk } from './keys.js';
import { createMemoryAdapter } from './memory-adapter.js';

/** The graph as a protected resource: the audience of integrators' access tokens. */
const GRAPH_RESOURCE = 'urn:passerelle:graphe';
const GRAPH_AUDIENCE = 'passerelle';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What the provider shows by itself, outside the sign-in form. */
export interface ProviderPages {
  logout(ctx: KoaContextWithOIDC, form: string): void;
  loggedOut(ctx: KoaContextWithOIDC): void;
  error(ctx: KoaContextWithOIDC, error: Error): void;
}

/**
 * OpenID Connect for the demonstration: authorization code with PKCE for the portal, client
 * credentials for integrators, nothing else.
 */
export function createProvider(deps: {
  emetteur: string;
  accounts: Accounts;
  clients: ReturnType<typeof toClientMetadata>;
  keys: readonly SigningJwk[];
  cookieKeys: readonly string[];
  pages: ProviderPages;
  nowMs: () => number;
}): Provider {
  const [newestKey] = deps.keys;
  if (!newestKey) throw new Error('a signing key is needed');
  const alg = algorithmOf(newestKey);

  const configuration: Configuration = {
    adapter: createMemoryAdapter({ nowMs: deps.nowMs }),
    clients: deps.clients,
    clientDefaults: { id_token_signed_response_alg: alg },
    enabledJWA: { idTokenSigningAlgValues: [...new Set(deps.keys.map(algorithmOf))] },
    jwks: { keys: deps.keys },
    scopes: ['openid'],
    claims: CLAIMS_OF_SCOPES,
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    issueRefreshToken: () => false,
    // Cookies ignore ports: names of our own keep them apart from the portal's on the same machine.
    cookies: {
      keys: [...deps.cookieKeys],
      names: {
        session: 'identite_session',
        interaction: 'identite_connexion',
        resume: 'identite_reprise',
      },
      long: { signed: true, httpOnly: true, sameSite: 'lax' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    interactions: { url: (_ctx, interaction) => `/connexion/${interaction.uid}` },
    findAccount: (_ctx, sujet) => {
      const account = deps.accounts.findBySujet(sujet);
      return account && { accountId: sujet, claims: () => claimsOf(account) };
    },
    loadExistingGrant: grantEverythingAsked,
    renderError: (ctx, _out, error) => deps.pages.error(ctx, error),
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: deps.pages.logout,
        postLogoutSuccessSource: deps.pages.loggedOut,
      },
      resourceIndicators: {
        enabled: true,
        // An agent's access token stays opaque and opens nothing but the claims: the graph knows
        // agents by the gateway's session only.
        defaultResource: (ctx) =>
          ctx.oidc.params?.['grant_type'] === 'client_credentials' ? GRAPH_RESOURCE : undefined,
        getResourceServerInfo: () => ({
          scope: SCOPE_LIRE_PUBLIC,
          audience: GRAPH_AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 10 * MINUTE,
          jwt: { sign: { alg } },
        }),
      },
    },
    ttl: {
      AuthorizationCode: 30,
      AccessToken: 10 * MINUTE,
      ClientCredentials: 10 * MINUTE,
      IdToken: 10 * MINUTE,
      Interaction: HOUR,
      Session: 8 * HOUR,
      Grant: 8 * HOUR,
    },
  };
  return new Provider(deps.emetteur, configuration);
}

/**
 * No consent page: the portal is the partners' own, and what it asks for is what ProConnect gives
 * to every service.
 */
async function grantEverythingAsked(ctx: KoaContextWithOIDC) {
  const { client, session, provider, requestParamScopes } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const existing = grantId ? await provider.Grant.find(grantId) : undefined;
  const grant =
    existing ?? new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope([...requestParamScopes].join(' '));
  grant.addOIDCClaims([...ctx.oidc.requestParamClaims]);
  await grant.save();
  return grant;
}
