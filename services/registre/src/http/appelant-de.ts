import type { FastifyRequest } from 'fastify';
import type { Appelant } from '../jetons/appelant.js';

/** Who asks, on a route that names its right. */
export function appelantDe(request: FastifyRequest): Appelant {
  if (request.appelant === null) throw new Error('this route asks no right of its caller');
  return request.appelant;
}
