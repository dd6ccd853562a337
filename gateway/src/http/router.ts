import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServeOpenData } from '../donnees-ouvertes/serve-open-data.js';
import { GatewayError, publishError } from '../errors.js';
import { newRequestMarks } from '../request-context.js';
import type { AgentRoutes } from './agent-routes.js';
import type { GraphqlEndpoint } from './graphql-endpoint.js';
import { setCommonHeaders } from './security-headers.js';
import { sendJson } from './send-json.js';
import { type SignInRoutes, sendRefusalPage } from './sign-in-routes.js';

export interface RouterDeps {
  isHttps: boolean;
  graphql: GraphqlEndpoint;
  signIn: SignInRoutes | null;
  /** Null where nobody signs in. */
  agentRoutes: AgentRoutes | null;
  /** Null where nobody signs in: there is no public to tell from the others. */
  openData: ServeOpenData | null;
  sendAlive: (res: ServerResponse) => void;
  sendReadiness: (res: ServerResponse) => void;
  /** Null where there is no portal. False: not an address of the portal. */
  sendPortal:
    | ((req: IncomingMessage, res: ServerResponse, pathname: string) => Promise<boolean>)
    | null;
  onBug: (error: unknown, reference: string) => void;
}

/** Leads a request to what answers it. GraphQL first: it is nearly all of them. */
export function createRouter(
  deps: RouterDeps,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  async function route(
    req: IncomingMessage,
    res: ServerResponse,
    url: URL,
    reference: string,
  ): Promise<boolean> {
    const { pathname } = url;
    if (pathname === '/sante/vivant') {
      deps.sendAlive(res);
      return true;
    }
    if (pathname === '/sante/pret') {
      deps.sendReadiness(res);
      return true;
    }
    if (deps.openData !== null && (await deps.openData(req, res, pathname))) return true;
    if (deps.signIn !== null) {
      if (pathname === '/graphql') {
        await deps.signIn.explorer(req, res, url);
        return true;
      }
      const signIn = signInRoute(deps.signIn, pathname);
      if (signIn !== null) {
        if (req.method !== 'GET') throw new GatewayError('METHODE_REFUSEE');
        await signIn(req, res, url);
        return true;
      }
    }
    if (deps.agentRoutes !== null && (await deps.agentRoutes(req, res, url, reference)))
      return true;
    if (deps.sendPortal === null || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
    return deps.sendPortal(req, res, pathname);
  }

  return async (req, res) => {
    const marks = newRequestMarks();
    setCommonHeaders(res, deps.isHttps);
    const target = req.url ?? '/';
    if ((target === '/graphql' || target.startsWith('/graphql?')) && !isExplorer(req, deps)) {
      await deps.graphql(req, res, marks);
      return;
    }
    try {
      const url = readTarget(target);
      if (url === null || !(await route(req, res, url, marks.reference)))
        throw new GatewayError('INTROUVABLE');
    } catch (error) {
      if (!(error instanceof GatewayError)) deps.onBug(error, marks.reference);
      if (res.headersSent) {
        res.destroy();
        return;
      }
      const isPage = req.headers.accept?.includes('text/html') ?? false;
      if (error instanceof GatewayError && isPage) {
        sendRefusalPage(res, error, marks.reference);
        return;
      }
      const statut = error instanceof GatewayError ? error.statut : 500;
      sendJson(res, statut, { errors: [publishError(error, marks.reference)] });
    }
  };
}

/** A browser that opens the address of the graph; programs are answered that it takes POST. */
function isExplorer(req: IncomingMessage, { signIn }: RouterDeps): boolean {
  return (
    signIn !== null && req.method === 'GET' && (req.headers.accept?.includes('text/html') ?? false)
  );
}

/** Only the path and the query count; the host of an absolute target is not believed. */
function readTarget(target: string): URL | null {
  if (!target.startsWith('/')) return null;
  try {
    const url = new URL(`http://passerelle.invalid${target}`);
    return url.host === 'passerelle.invalid' ? url : null;
  } catch {
    return null;
  }
}

function signInRoute(
  routes: SignInRoutes,
  pathname: string,
): SignInRoutes[keyof SignInRoutes] | null {
  switch (pathname) {
    case '/connexion':
      return routes.begin;
    case '/connexion/retour':
      return routes.finish;
    case '/deconnexion':
      return routes.signOut;
    case '/session':
      return routes.session;
    default:
      return null;
  }
}
