import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identite } from '@passerelle/identity';
import type { ErreurDuRegistre } from '@passerelle/publication';
import { type Dispatcher, request } from 'undici';
import { ERREURS, GatewayError } from '../errors.js';
import type { Authenticator } from '../identity/authenticate.js';
import type { Session } from '../identity/session.js';
import { checkOrigin } from './check-origin.js';
import { checkContentType } from './negotiate.js';
import type { RateLimit } from './rate-limit.js';
import { readBody } from './read-body.js';
import { requireAgent } from './require-agent.js';
import { sendJson, sendText } from './send-json.js';

export interface RegistryProxyDeps {
  registre: { adresse: URL; dispatcher: Dispatcher };
  authenticator: Authenticator;
  adressePublique: URL;
  /** A token that only the registry accepts, in the agent's name. */
  mintToken: (identite: Identite) => Promise<string>;
  /** An agent who works on these pages is not idle. */
  keepSession: (res: ServerResponse, session: Session) => Promise<void>;
  rateLimit: RateLimit;
  /** Longer than the registry's own long polls. */
  delaiMs?: number;
  onFailure: (cause: unknown, reference: string) => void;
}

/** Sends an agent's request to the registry, as that agent. */
export type RegistryProxy = (
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  reference: string,
) => Promise<void>;

const PREFIXE = '/registre';
const CHEMIN = /^\/v1(\/[\w.:~@-]+)+$/;
const METHODES = ['GET', 'POST', 'DELETE'] as const;
const CORPS_MAX_OCTETS = 1024 * 1024;
const REPONSE_MAX_OCTETS = 10 * 1024 * 1024;
const DELAI_MS = 15_000;

/**
 * `/registre/v1/x` is the registry's `/v1/x`, for the portal's pages: whoever is signed in reaches
 * it in their own name, from the portal only. Refusals have the registry's shape.
 */
export function createRegistryProxy(deps: RegistryProxyDeps): RegistryProxy {
  async function forward(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
    const { identite, session } = await requireAgent(req, deps.authenticator);
    checkOrigin(req, deps.adressePublique);
    const chemin = url.pathname.slice(PREFIXE.length);
    // A stream of publications is for gateways; a file is served under the portal's own addresses.
    if (!CHEMIN.test(chemin) || chemin === '/v1/publications/flux') {
      throw new GatewayError('INTROUVABLE');
    }
    const method = METHODES.find((accepted) => accepted === req.method);
    if (method === undefined) throw new GatewayError('METHODE_REFUSEE');
    deps.rateLimit.check(identite.sujet);
    if (method === 'POST') checkContentType(req);
    const body = method === 'GET' ? '' : await readBody(req, CORPS_MAX_OCTETS);
    await deps.keepSession(res, session);
    const token = await deps.mintToken(identite);
    const answer = await ask(chemin + url.search, method, body, token);
    res.setHeader('cache-control', 'no-store');
    if (answer.statut === 204) {
      res.statusCode = 204;
      res.end();
      return;
    }
    sendText(res, answer.statut, 'application/json; charset=utf-8', answer.text);
  }

  async function ask(
    path: string,
    method: Dispatcher.HttpMethod,
    body: string,
    token: string,
  ): Promise<{ statut: number; text: string }> {
    const signal = AbortSignal.timeout(deps.delaiMs ?? DELAI_MS);
    try {
      const {
        statusCode,
        headers,
        body: answer,
      } = await request(new URL(path, deps.registre.adresse), {
        dispatcher: deps.registre.dispatcher,
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(body === '' ? {} : { 'content-type': 'application/json' }),
        },
        body: body === '' ? null : body,
        signal,
      });
      const text = await readBounded(answer, REPONSE_MAX_OCTETS);
      // Its 401 speaks of our token, not of the agent's session: their page must not sign them out.
      if (statusCode === 401) throw new Error(`the registry refused our token: ${text}`);
      if (statusCode !== 204 && !String(headers['content-type']).includes('json')) {
        throw new Error(`the registry answered ${statusCode} without JSON`);
      }
      return { statut: statusCode, text };
    } catch (cause) {
      throw new GatewayError('REGISTRE_INDISPONIBLE', { cause });
    }
  }

  return async (req, res, url, reference) => {
    try {
      await forward(req, res, url);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      if (error.code === 'REGISTRE_INDISPONIBLE') deps.onFailure(error.cause, reference);
      sendRefusal(req, res, error, reference);
    }
  };
}

async function readBounded(body: AsyncIterable<Uint8Array>, max: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let taille = 0;
  for await (const chunk of body) {
    taille += chunk.length;
    if (taille > max) throw new RangeError('answer too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The same shape as the registry's own refusals: a page reads only one. */
function sendRefusal(
  req: IncomingMessage,
  res: ServerResponse,
  error: GatewayError,
  reference: string,
): void {
  if (error.code === 'METHODE_REFUSEE') res.setHeader('allow', METHODES.join(', '));
  if (error.statut === 429) res.setHeader('retry-after', '60');
  if (error.statut === 503) res.setHeader('retry-after', '2');
  // What was not read of the body can't be skipped: this connection ends.
  if (!req.complete) res.setHeader('connection', 'close');
  res.setHeader('cache-control', 'no-store');
  const { message, remede } = wordsOf(error);
  const erreur: ErreurDuRegistre = { erreur: { code: error.code, message, remede, reference } };
  sendJson(res, error.statut, erreur);
}

function wordsOf(error: GatewayError): { message: string; remede: string } {
  switch (error.code) {
    case 'METHODE_REFUSEE':
      return { message: 'Cette adresse n’accepte que GET, POST et DELETE.', remede: '' };
    case 'ACCES_REFUSE':
      return {
        message: 'Le registre est réservé aux agents connectés au portail.',
        remede: 'Un programme s’adresse au registre avec son propre jeton.',
      };
    case 'REGISTRE_INDISPONIBLE':
      return {
        message: ERREURS.REGISTRE_INDISPONIBLE.message,
        remede: 'Ce qui est publié reste servi. Réessayez dans un instant.',
      };
    default:
      return { message: error.message, remede: '' };
  }
}
