import type { FastifyInstance } from 'fastify';
import { RegistreError, registreError } from '../errors/registre-error.js';
import { parOf } from '../jetons/appelant.js';
import type { Authenticate } from '../jetons/authenticate.js';
import { aLeDroit } from '../jetons/droits.js';
import { createFailedAttempts } from './failed-attempts.js';

/** Nobody reaches a route of `/v1` without the right that it names; before any body is read. */
export function guardRoutes(
  app: FastifyInstance,
  { authenticate, nowMs }: { authenticate: Authenticate; nowMs: () => number },
): void {
  const failures = createFailedAttempts(nowMs);
  app.decorateRequest('appelant', null);
  app.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/v1/') && config?.droit === undefined) {
      throw new Error(`the route ${url} names no right`);
    }
  });
  app.addHook('onRequest', async (request) => {
    const { droit } = request.routeOptions.config;
    if (droit === undefined) return;
    try {
      request.appelant = await authenticate(request.headers.authorization);
    } catch (error) {
      const isRefused = error instanceof RegistreError && error.statut === 401;
      if (isRefused && failures.add(request.ip)) throw registreError('TROP_D_ESSAIS');
      throw error;
    }
    if (!aLeDroit(request.appelant, droit)) {
      throw registreError('DROIT_INSUFFISANT', {
        message: `« ${parOf(request.appelant)} » n’a pas le droit « ${droit} ».`,
      });
    }
  });
}
