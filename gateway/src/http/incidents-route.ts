import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayError } from '../errors.js';
import type { Authenticator } from '../identity/authenticate.js';
import { type Incidents, pageReportSchema } from '../portal/incidents.js';
import { checkOrigin } from './check-origin.js';
import { checkContentType } from './negotiate.js';
import type { RateLimit } from './rate-limit.js';
import { readBody } from './read-body.js';
import { requireAgent } from './require-agent.js';

const CORPS_MAX_OCTETS = 16 * 1024;

/** `POST /portail/incidents`: how modules fare in an agent's browser. Nothing is answered. */
export function createIncidentsRoute(deps: {
  incidents: Incidents;
  authenticator: Authenticator;
  adressePublique: URL;
  rateLimit: RateLimit;
}): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  return async (req, res) => {
    if (req.method !== 'POST') throw new GatewayError('METHODE_REFUSEE');
    const { identite } = await requireAgent(req, deps.authenticator);
    checkOrigin(req, deps.adressePublique);
    deps.rateLimit.check(identite.sujet);
    checkContentType(req);
    const report = pageReportSchema.safeParse(parse(await readBody(req, CORPS_MAX_OCTETS)));
    if (!report.success) throw new GatewayError('JSON_INVALIDE');
    deps.incidents.add(identite.sujet, report.data);
    res.statusCode = 204;
    res.setHeader('cache-control', 'no-store');
    res.end();
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GatewayError('JSON_INVALIDE', { cause });
  }
}
