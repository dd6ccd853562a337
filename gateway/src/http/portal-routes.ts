import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Portal } from '../portal/portal.js';
import { sendFile } from '../portal/static-files.js';
import { sendMessagePage } from './message-page.js';
import { newNonce, setPagePolicy } from './security-headers.js';

const BOUCLE_LOCALE = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Files of the portal, and its page at every other address that a browser asks as a page.
 *
 * @returns false when nothing here answers this address
 */
export async function sendPortal(
  req: IncomingMessage,
  res: ServerResponse,
  pathname: string,
  deps: { portal: Portal; adressePublique: URL },
): Promise<boolean> {
  const folders = deps.portal.folders(pathname);
  if (folders !== null) return sendFile(req, res, folders.dossiers, folders.chemin);
  if (!isPageRequest(req, pathname)) return false;

  const canonical = otherLoopbackName(req, deps.adressePublique);
  if (canonical !== null) {
    res.statusCode = 307;
    res.setHeader('location', canonical);
    res.end();
    return true;
  }
  const page = deps.portal.page();
  if (page === null) {
    sendMessagePage(res, {
      statut: 503,
      titre: 'Le portail n’est pas encore publié',
      texte: 'La passerelle fonctionne ; ses pages ne sont pas encore construites.',
    });
    return true;
  }
  const nonce = newNonce();
  setPagePolicy(res, nonce);
  const html = page.html(nonce);
  res.statusCode = 200;
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.setHeader('content-length', Buffer.byteLength(html));
  res.end(req.method === 'HEAD' ? undefined : html);
  return true;
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
