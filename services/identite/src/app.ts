import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { Logger } from 'pino';
import { createAccounts } from './accounts/account.js';
import { createLockOut } from './accounts/lock-out.js';
import type { Config } from './config.js';
import { sendPage } from './http/send-page.js';
import { createSignIn } from './http/sign-in.js';
import { renderLogoutPage } from './pages/logout-page.js';
import { renderMessagePage } from './pages/message-page.js';
import { originOf, securityHeaders } from './pages/security-headers.js';
import { portalAddress, toClientMetadata } from './provider/clients.js';
import { createProvider, type ProviderPages } from './provider/create-provider.js';
import { loadResources } from './resources.js';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The whole service as one request handler; opens no port. */
export function createApp(deps: {
  config: Omit<Config, 'hote' | 'port'>;
  logger: Logger;
  nowMs: () => number;
}): Handler {
  const { config, logger } = deps;
  const accounts = createAccounts(config.comptes);
  const portail = portalAddress(config.clients);
  const resources = loadResources();

  function reportError(error: unknown): { status: number; page: string } {
    const reference = randomUUID();
    if (error instanceof errors.SessionNotFound) {
      logger.info(
        { reference, code: error.error, detail: error.error_description },
        'sign-in not found',
      );
      return {
        status: 400,
        page: renderMessagePage({
          titre: 'Cette connexion n’est plus ouverte',
          phrases: [
            'Elle a été commencée il y a plus d’une heure, ou dans un autre navigateur. Recommencez depuis le portail.',
          ],
          portail,
          reference,
        }),
      };
    }
    if (error instanceof errors.OIDCProviderError && error.statusCode < 500) {
      logger.warn({ reference, code: error.error }, 'request refused');
      return {
        status: error.statusCode,
        page: renderMessagePage({
          titre: 'Cette demande de connexion est refusée',
          phrases: [
            'L’application qui vous a envoyé ici a fait une demande incomplète ou inconnue. Rien n’a été transmis. Recommencez depuis le portail.',
          ],
          portail,
          reference,
        }),
      };
    }
    logger.error({ reference, err: error }, 'request failed');
    return {
      status: 500,
      page: renderMessagePage({
        titre: 'La connexion est en panne',
        phrases: ['Une erreur est survenue de notre côté. Réessayez dans un instant.'],
        portail,
        reference,
      }),
    };
  }

  const pages: ProviderPages = {
    logout(ctx, form) {
      const secret = /name="xsrf" value="([^"]*)"/.exec(form)?.[1] ?? '';
      setPage(
        ctx,
        200,
        securityHeaders(originOf(ctx.oidc.params?.['post_logout_redirect_uri'])),
        renderLogoutPage({
          action: ctx.oidc.urlFor('end_session_confirm'),
          secret,
          isAskedByClient: ctx.oidc.entities.IdTokenHint !== undefined,
        }),
      );
    },
    loggedOut(ctx) {
      setPage(
        ctx,
        200,
        securityHeaders(),
        renderMessagePage({
          titre: 'Vous êtes déconnecté',
          phrases: ['Votre session de connexion est fermée.'],
          portail,
        }),
      );
    },
    error(ctx, error) {
      const { status, page } = reportError(error);
      setPage(ctx, status, securityHeaders(), page);
    },
  };

  const provider = createProvider({
    emetteur: config.emetteur,
    accounts,
    clients: toClientMetadata(config.clients),
    keys: config.cles.keys,
    cookieKeys: config.cles.cookies,
    pages,
    nowMs: deps.nowMs,
  });
  provider.on('server_error', (_ctx, error) => logger.error({ err: error }, 'provider failed'));
  const toProvider = provider.callback();
  const signIn = createSignIn({
    provider,
    accounts,
    lockOut: createLockOut({ nowMs: deps.nowMs }),
    logger,
  });

  return async (request, response) => {
    const url = new URL(request.url ?? '/', config.emetteur);
    const resource = resources.get(url.pathname);
    if (resource && isRead(request)) {
      const fresh = request.headers['if-none-match'] === resource.etag;
      response.writeHead(fresh ? 304 : 200, {
        'content-type': resource.type,
        'cache-control': 'public, max-age=3600',
        'x-content-type-options': 'nosniff',
        etag: resource.etag,
      });
      response.end(fresh || request.method === 'HEAD' ? undefined : resource.body);
      return;
    }
    if (url.pathname === '/sante/vivant' && isRead(request)) {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end('{"statut":"vivant"}');
      return;
    }
    if (url.pathname === '/' && isRead(request)) {
      sendPage(
        response,
        200,
        securityHeaders(),
        renderMessagePage({
          titre: 'Fournisseur d’identité de démonstration',
          phrases: [
            'Il signe l’arrivée d’agents fictifs sur la plateforme. La connexion commence depuis le portail.',
          ],
          portail,
        }),
      );
      return;
    }
    if (
      /^\/connexion\/[\w-]+$/.test(url.pathname) &&
      (isRead(request) || request.method === 'POST')
    ) {
      try {
        await signIn(request, response, url);
      } catch (error) {
        const { status, page } = reportError(error);
        if (!response.headersSent) sendPage(response, status, securityHeaders(), page);
      }
      return;
    }
    await toProvider(request, response);
  };
}

function isRead(request: IncomingMessage): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}

function setPage(
  ctx: KoaContextWithOIDC,
  status: number,
  headers: Record<string, string>,
  body: string,
): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set(headers);
  ctx.body = body;
}
