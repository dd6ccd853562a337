import type { FastifyInstance } from 'fastify';
import { registreError } from '../errors/registre-error.js';
import type { Authenticate } from '../jetons/authenticate.js';

/**
 * Once a body is there: the token that opened the door must still hold, because a body sent drop by
 * drop can outlive it; and the text must be one that can be kept.
 */
export function checkAfterBody(app: FastifyInstance, authenticate: Authenticate): void {
  app.addHook('preHandler', async (request) => {
    if (request.body === undefined || request.body === null) return;
    if (!isWellFormed(request.body)) {
      throw registreError('DEMANDE_INVALIDE', {
        message: 'La demande contient la moitié d’un caractère.',
      });
    }
    // An agent's cannot be revoked: it lasts a minute, however slow its page is.
    if (request.appelant?.nature === 'jeton') await authenticate(request.headers.authorization);
  });
}

/** JSON can write half of a character (`\ud800`), which no text in UTF-8 can hold. */
function isWellFormed(body: unknown): boolean {
  const left: unknown[] = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string') {
      if (!value.isWellFormed()) return false;
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, member] of Object.entries(value)) left.push(key, member);
    }
  }
  return true;
}
