import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { registreError } from '../errors/registre-error.js';
import type { Appelant } from '../jetons/appelant.js';

/** All the gateways of a platform may share a token, and each listens to both channels. */
const MAX_HELD = 200;
/** Each may be 20 MB and a second of checks, on the one thread that serves all houses. */
const MAX_HEAVY = 10;

/**
 * Requests that stay open (streams, long polls) are counted by caller, and those that are heavy by
 * house: one that sends them without end is refused, and the others are served.
 */
export function limitHeld(app: FastifyInstance): void {
  const held = createCounts(MAX_HELD);
  const heavy = createCounts(MAX_HEAVY);
  app.addHook('onRequest', async ({ appelant, routeOptions }, reply) => {
    if (appelant === null) return;
    const { tenue, lourde } = routeOptions.config;
    if (tenue === true && !held.take(keyOf(appelant), reply.raw)) {
      throw registreError('TROP_DE_CONNEXIONS');
    }
    if (lourde === true && !heavy.take(appelant.editeur ?? '', reply.raw)) {
      throw registreError('TROP_DE_PUBLICATIONS');
    }
  });
}

function createCounts(max: number): {
  /** @returns false when there are too many; else it counts until the answer is over */
  take(key: string, answer: ServerResponse): boolean;
} {
  const counts = new Map<string, number>();
  return {
    take(key, answer) {
      const count = counts.get(key) ?? 0;
      if (count >= max) return false;
      counts.set(key, count + 1);
      answer.once('close', () => {
        const left = (counts.get(key) ?? 1) - 1;
        if (left === 0) counts.delete(key);
        else counts.set(key, left);
      });
      return true;
    },
  };
}

function keyOf(appelant: Appelant): string {
  return appelant.nature === 'jeton' ? `jeton ${appelant.id}` : `agent ${appelant.sujet}`;
}
