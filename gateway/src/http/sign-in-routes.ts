import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Habilitations } from '@passerelle/identity';
import { z } from 'zod';
import { ERREURS, GatewayError } from '../errors.js';
import type { Authenticator } from '../identity/authenticate.js';
import type { Oidc } from '../identity/oidc.js';
import type { Session, Sessions } from '../identity/session.js';
import type { ClientAddress } from './client-address.js';
import { type CookieJar, readCookie } from './cookies.js';
import { sendExplorer } from './explorer-page.js';
import { sendMessagePage } from './message-page.js';
import type { RateLimit } from './rate-limit.js';
import { safeReturn } from './safe-return.js';
import { sendJson } from './send-json.js';

export interface SignInDeps {
  oidc: Oidc;
  sessions: Sessions;
  cookies: CookieJar;
  authenticator: Authenticator;
  habilitations: () => Habilitations;
  adressePublique: URL;
  clientAddress: ClientAddress;
  rateLimit: RateLimit;
  /** One line for the journal: who came and left, by identifier only. */
  onEvent: (evenement: 'connexion' | 'deconnexion', sujet: string) => void;
}

type Route = (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<void>;

export interface SignInRoutes {
  begin: Route;
  finish: Route;
  signOut: Route;
  session: Route;
  /** `GET /graphql` in a browser: a page to try operations, for whoever is signed in. */
  explorer: Route;
}

const CONNEXION_MAX_S = 10 * 60;

const underWaySchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  retour: z.string(),
});

/** The portal's sign-in, sign-out and « who am I ». */
export function createSignInRoutes(deps: SignInDeps): SignInRoutes {
  const { cookies, sessions, oidc } = deps;

  async function readSession(req: IncomingMessage): Promise<Session | null> {
    const value = readCookie(req.headers.cookie, cookies.session);
    if (value === null) return null;
    try {
      return await sessions.read(value);
    } catch (error) {
      if (error instanceof GatewayError) return null;
      throw error;
    }
  }

  return {
    async begin(req, res, url) {
      deps.rateLimit.check(deps.clientAddress(req));
      const retour = safeReturn(url.searchParams.get('retour'), deps.adressePublique);
      if (retour === null) throw new GatewayError('RETOUR_REFUSE');
      const { url: provider, underWay } = await oidc.begin();
      const sealed = await sessions.seal({ ...underWay, retour }, CONNEXION_MAX_S);
      redirect(res, provider.href, [
        cookies.write(cookies.signIn(underWay.state), sealed, CONNEXION_MAX_S),
      ]);
    },

    async finish(req, res, url) {
      const state = url.searchParams.get('state') ?? '';
      const name = cookies.signIn(state);
      const sealed = readCookie(req.headers.cookie, name);
      const opened = underWaySchema.safeParse(
        sealed === null ? null : await sessions.unseal(sealed),
      );
      res.setHeader('set-cookie', cookies.erase(name));
      if (!opened.success || opened.data.state !== state) {
        throw new GatewayError('CONNEXION_EXPIREE');
      }
      const { retour, ...underWay } = opened.data;
      const current = new URL(url.pathname + url.search, deps.adressePublique);
      const person = await oidc.finish(current, underWay);
      if (deps.habilitations().find(person.emetteur, person.sujet) === undefined) {
        throw new GatewayError('NON_HABILITE');
      }
      const { cookie } = await sessions.open(person);
      deps.onEvent('connexion', person.sujet);
      redirect(res, retour, [cookies.erase(name), cookies.write(cookies.session, cookie)]);
    },

    async signOut(req, res) {
      // Another site may send an agent here by a link, but not sign them out.
      if (req.headers['sec-fetch-site'] === 'cross-site') {
        redirect(res, '/', []);
        return;
      }
      const session = await readSession(req);
      let leave = '/';
      if (session !== null) {
        sessions.revoke(session);
        deps.onEvent('deconnexion', session.sujet);
        // The provider may be away: the session here is closed all the same.
        leave = (await oidc.signOutUrl(session.idToken).catch(() => null))?.href ?? '/';
      }
      redirect(res, leave, [cookies.erase(cookies.session)]);
    },

    async explorer(req, res) {
      if ((await readSession(req)) === null) redirect(res, '/connexion?retour=/graphql', []);
      else sendExplorer(res);
    },

    async session(req, res) {
      res.setHeader('cache-control', 'no-store');
      try {
        const who = await deps.authenticator.authenticate(req);
        const { identite, session } = who;
        if (identite === null || session === null) {
          sendJson(res, 200, { authentifie: false });
          return;
        }
        sendJson(res, 200, {
          authentifie: true,
          agent: {
            sujet: identite.sujet,
            prenom: session.prenom,
            nom: session.nom,
            fonction: identite.fonction,
            organisation: identite.organisation,
            partenaire: identite.partenaire,
            roles: identite.roles,
            scopes: identite.scopes,
            territoire: identite.territoire,
            amr: identite.amr,
          },
          expireLe: who.expireLe()?.toISOString() ?? null,
        });
      } catch (error) {
        if (!(error instanceof GatewayError)) throw error;
        // Not an error for a page that asks who is there; the reason helps it to say why.
        sendJson(res, 200, {
          authentifie: false,
          ...(error.code === 'NON_AUTHENTIFIE' ? {} : { motif: error.code }),
        });
      }
    },
  };
}

/** For pages: a sentence, what to do, and the reference. */
export function sendRefusalPage(res: ServerResponse, error: GatewayError, reference: string): void {
  const canRetry = ['CONNEXION_EXPIREE', 'CONNEXION_REFUSEE', 'FOURNISSEUR_INDISPONIBLE'].includes(
    error.code,
  );
  sendMessagePage(res, {
    statut: ERREURS[error.code].statut,
    titre: error.code === 'NON_HABILITE' ? 'Accès non ouvert' : 'La connexion n’a pas abouti',
    texte: error.message,
    reference,
    action: canRetry
      ? { libelle: 'Recommencer la connexion', href: '/connexion' }
      : { libelle: 'Revenir à l’accueil', href: '/' },
  });
}

function redirect(res: ServerResponse, location: string, setCookies: readonly string[]): void {
  res.statusCode = 303;
  res.setHeader('location', location);
  res.setHeader('cache-control', 'no-store');
  if (setCookies.length > 0) res.setHeader('set-cookie', [...setCookies]);
  res.end();
}
