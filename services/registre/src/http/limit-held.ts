import type { FastifyInstance } from 'fastify';
import { registreError } from '../errors/registre-error.js';
import type { Appelant } from '../jetons/appelant.js';

/** All the gateways of a platform may share a token, and each listens to both channels. */
const MAX_HELD = 200;

/**
 * Requests that stay open (streams, long polls) are counted by caller: one that opens them without
 * end is refused, and the others are served.
 */
export function limitHeld(app: FastifyInstance): void {
  const held = new Map<string, number>();
  app.addHook('onRequest', async ({ appelant, routeOptions }, reply) => {
    if (routeOptions.config.tenue !== true || appelant === null) return;
    const key = keyOf(appelant);
    const count = held.get(key) ?? 0;
    if (count >= MAX_HELD) throw registreError('TROP_DE_CONNEXIONS');
    held.set(key, count + 1);
    reply.raw.once('close', () => {
      const left = (held.get(key) ?? 1) - 1;
      if (left === 0) held.delete(key);
      else held.set(key, left);
    });
  });
}

function keyOf(appelant: Appelant): string {
  return appelant.nature === 'jeton' ? `jeton ${appelant.id}` : `agent ${appelant.sujet}`;
}
