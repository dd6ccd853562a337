import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identite } from '@passerelle/identity';
import { GatewayError } from '../errors.js';
import { readOverrides } from '../portal/overrides.js';
import type { Portal } from '../portal/portal.js';
import { isServedType, sendFile } from '../portal/send-file.js';
import { sendMessagePage } from './message-page.js';
import { newNonce, setPagePolicy } from './security-headers.js';

const BOUCLE_LOCALE = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface PortalRoutesDeps {
  portal: Portal;
  adressePublique: URL;
  /** Who reads the page; null for whoever is not signed in. Never throws for a bad cookie. */
  readAgent: (req: IncomingMessage) => Promise<Identite | null>;
  /** Whether agents may take a module from their own machine. */
  surchargesLocales: boolean;
  onFileRefused: (chemin: string, cause: unknown) => void;
}

/**
 * Files of the portal, and its page at every other address that a browser asks as a page.
 *
 * @returns false when nothing here answers this address
 */
export async function sendPortal(
  req: IncomingMessage,
  res: ServerResponse,
  pathname: string,
  deps: PortalRoutesDeps,
): Promise<boolean> {
  if (/^\/(modules|coquille|partages)\//.test(pathname)) {
    return sendPublished(req, res, pathname, deps);
  }
  if (!isPageRequest(req, pathname)) return false;

  const canonical = otherLoopbackName(req, deps.adressePublique);
  if (canonical !== null) {
    res.statusCode = 307;
    res.setHeader('location', canonical);
    res.end();
    return true;
  }
  const agent = await deps.readAgent(req);
  const overrides =
    agent !== null && deps.surchargesLocales ? readOverrides(req.headers.cookie) : [];
  const page = deps.portal.page(agent, overrides);
  if (page === null) {
    sendMessagePage(res, {
      statut: 503,
      titre: 'Le portail n’est pas encore publié',
      texte: 'La passerelle fonctionne ; ses pages ne sont pas encore construites.',
    });
    return true;
  }
  const nonce = newNonce();
  setPagePolicy(res, nonce, [...new Set(overrides.map(({ origin }) => origin))]);
  const html = page.html(nonce);
  res.statusCode = 200;
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.setHeader('content-length', Buffer.byteLength(html));
  res.end(req.method === 'HEAD' ? undefined : html);
  return true;
}

async function sendPublished(
  req: IncomingMessage,
  res: ServerResponse,
  pathname: string,
  deps: PortalRoutesDeps,
): Promise<boolean> {
  const file = isServedType(pathname) ? deps.portal.find(pathname) : null;
  if (file === null) return false;
  try {
    sendFile(req, res, file, await deps.portal.open(file));
    return true;
  } catch (cause) {
    deps.onFileRefused(pathname, cause);
    res.setHeader('cache-control', 'no-store');
    throw new GatewayError('FICHIER_INDISPONIBLE', { cause });
  }
}

function isPageRequest(req: IncomingMessage, pathname: string): boolean {
  const accept = req.headers.accept ?? '*/*';
  return (accept.includes('text/html') || accept.includes('*/*')) && !/\.\w+$/.test(pathname);
}

/**
 * On one machine `localhost` and `127.0.0.1` are two sites for a browser: the cookie of one is
 * not sent to the other, and sign-in would end where it did not begin.
 */
function otherLoopbackName(req: IncomingMessage, adressePublique: URL): string | null {
  const host = req.headers.host;
  if (host === undefined || !BOUCLE_LOCALE.has(adressePublique.hostname)) return null;
  const asked = `http://${host}`;
  if (!URL.canParse(asked)) return null;
  const { hostname, port } = new URL(asked);
  if (!BOUCLE_LOCALE.has(hostname) || hostname === adressePublique.hostname) return null;
  if (port !== adressePublique.port) return null;
  // Put after the origin, never resolved against it: `//evil.example/` would name another host.
  return `${adressePublique.origin}${req.url ?? '/'}`;
}
