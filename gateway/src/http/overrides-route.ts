import type { IncomingMessage, ServerResponse } from 'node:http';
import { GatewayError } from '../errors.js';
import type { Authenticator } from '../identity/authenticate.js';
import { type Override, overrideCookie, toOverride } from '../portal/overrides.js';
import { checkOrigin } from './check-origin.js';
import { sendMessagePage } from './message-page.js';
import { requireAgent } from './require-agent.js';

/**
 * `/portail/surcharges?module=region&url=http://127.0.0.1:5174/module.js`: asks the agent, then
 * writes the cookie by which their own browser takes that module from their machine. It asks,
 * because a link may come from anyone.
 */
export function createOverridesRoute(deps: {
  authenticator: Authenticator;
  adressePublique: URL;
}): (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<void> {
  return async (req, res, url) => {
    const override = readQuery(url);
    if (override === null) throw new GatewayError('INTROUVABLE');
    if (req.method === 'GET') {
      ask(res, url, override);
      return;
    }
    if (req.method !== 'POST') throw new GatewayError('METHODE_REFUSEE');
    await requireAgent(req, deps.authenticator);
    checkOrigin(req, deps.adressePublique);
    res.statusCode = 303;
    res.setHeader('location', '/');
    // Readable by the page: its banner takes the cookie away.
    res.setHeader(
      'set-cookie',
      `${overrideCookie(override.partenaire)}=${override.url}; Path=/; SameSite=Lax`,
    );
    res.end();
  };
}

function readQuery({ searchParams }: URL): Override | null {
  const override = toOverride(searchParams.get('module') ?? '', searchParams.get('url') ?? '');
  // A cookie ends at the first of these.
  return override !== null && /[;,\s]/.test(override.url) ? null : override;
}

function ask(res: ServerResponse, url: URL, { partenaire, url: adresse }: Override): void {
  sendMessagePage(res, {
    statut: 200,
    titre: 'Servir un module depuis votre poste',
    texte: `Dans ce navigateur, le module « ${partenaire} » viendra de ${adresse} au lieu de sa version publiée. N’acceptez que si vous travaillez sur ce module.`,
    formulaire: {
      adresse: url.pathname + url.search,
      bouton: 'Servir ce module depuis mon poste',
    },
  });
}
