import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayError } from '../errors.js';
import type { Authenticator } from '../identity/authenticate.js';
import type { Portal } from '../portal/portal.js';
import { requireAgent } from './require-agent.js';
import { sendJson } from './send-json.js';

/**
 * `GET /portail/version`: what a page opened now by this agent would be made of. Asked by every
 * open tab every minute, so it neither renews the session nor costs more than a hash.
 */
export function createVersionRoute(deps: {
  portal: Portal;
  authenticator: Authenticator;
}): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    if (req.method !== 'GET') throw new GatewayError('INTROUVABLE');
    const { identite } = await requireAgent(req, deps.authenticator);
    const version = deps.portal.version(identite);
    if (version === null) throw new GatewayError('INTROUVABLE');
    const etag = `"${createHash('sha256').update(JSON.stringify(version)).digest('hex').slice(0, 32)}"`;
    res.setHeader('cache-control', 'private, no-cache');
    res.setHeader('vary', 'cookie');
    res.setHeader('etag', etag);
    if (req.headers['if-none-match'] === etag) {
      res.statusCode = 304;
      res.end();
      return;
    }
    sendJson(res, 200, version);
  };
}
