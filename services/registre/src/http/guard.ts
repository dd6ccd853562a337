import type { FastifyInstance } from 'fastify';
import { RegistreError, registreError } from '../errors/registre-error.js';
import { parOf } from '../jetons/appelant.js';
import type { Authenticate } from '../jetons/authenticate.js';
import { aLeDroit, type Droit } from '../jetons/droits.js';
import { createFailedAttempts } from './failed-attempts.js';

/** A route of `/v1`, and what it asks of its caller. */
export interface RouteGardee {
  readonly method: string;
  readonly url: string;
  readonly droit: Droit;
}

/**
 * Nobody reaches a route of `/v1` without the right that it names; before any body is read.
 *
 * @returns the routes of `/v1`, which fills as rooms register theirs
 */
export function guardRoutes(
  app: FastifyInstance,
  { authenticate, nowMs }: { authenticate: Authenticate; nowMs: () => number },
): readonly RouteGardee[] {
  const routes: RouteGardee[] = [];
  const failures = createFailedAttempts(nowMs);
  app.decorateRequest('appelant', null);
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!url.startsWith('/v1/')) return;
    const droit = config?.droit;
    if (droit === undefined) throw new Error(`the route ${url} names no right`);
    for (const each of [method].flat()) routes.push({ method: each, url, droit });
  });
  app.addHook('onRequest', async (request) => {
    const { droit } = request.routeOptions.config;
    if (droit === undefined) return;
    try {
      request.appelant = await authenticate(request.headers.authorization);
    } catch (error) {
      // A guess; a token that expired or was revoked proved itself.
      const isGuess = error instanceof RegistreError && error.code === 'JETON_INVALIDE';
      if (isGuess && failures.add(request.ip)) throw registreError('TROP_D_ESSAIS');
      throw error;
    }
    if (!aLeDroit(request.appelant, droit)) {
      throw registreError('DROIT_INSUFFISANT', {
        message: `« ${parOf(request.appelant)} » n’a pas le droit « ${droit} ».`,
      });
    }
  });
  return routes;
}
