import type { IncomingMessage } from 'node:http';
import { GatewayError } from '../errors.js';

/**
 * A request that carries the session cookie must come from the portal's own pages: browsers
 * say so by `Sec-Fetch-Site`, older ones by `Origin`. One that says neither is refused.
 *
 * @throws GatewayError ORIGINE_REFUSEE
 */
export function checkOrigin(req: IncomingMessage, adressePublique: URL): void {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin') throw new GatewayError('ORIGINE_REFUSEE');
    return;
  }
  if (req.headers.origin !== adressePublique.origin) throw new GatewayError('ORIGINE_REFUSEE');
}
