import type { Appelant } from '../jetons/appelant.js';
import type { Droit } from '../jetons/droits.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route asks of its caller; every route of `/v1` has one. */
    droit?: Droit;
    /** It stays open long after it is asked: see `limitHeld`. */
    tenue?: true;
    /** Large to receive or long to judge: see `limitHeld`. */
    lourde?: true;
  }
  interface FastifyRequest {
    /** Who asks: read it by `appelantDe`. */
    appelant: Appelant | null;
  }
}
