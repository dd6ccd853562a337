import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { registreError } from '../errors/registre-error.js';
import { bodyOf } from './answer-errors.js';

/** A bundle of 12 MB takes less, even from afar; whoever sends drop by drop is let go. */
const REQUEST_TIMEOUT_MS = 60_000;
const HEADERS_TIMEOUT_MS = 15_000;

/** What the server itself answers before any route is found, and how long it waits for a request. */
export const SERVER_OPTIONS = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  http: { headersTimeout: HEADERS_TIMEOUT_MS },
  frameworkErrors(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
    const error = registreError('DEMANDE_INVALIDE', {
      message: 'Cette adresse ne peut pas être lue.',
    });
    void reply.code(error.statut).send(bodyOf(error, request.id));
  },
} as const;
