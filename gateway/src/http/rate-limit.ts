import { LRUCache } from 'lru-cache';
import { GatewayError } from '../errors.js';

/** Counts acts by caller in windows of a minute. */
export interface RateLimit {
  /** @throws GatewayError TROP_DE_REQUETES */
  check(caller: string): void;
}

const FENETRE_MS = 60_000;
const APPELANTS_MAX = 20_000;

export function createRateLimit(parMinute: number): RateLimit {
  const counts = new LRUCache<string, { count: number }>({ max: APPELANTS_MAX, ttl: FENETRE_MS });
  return {
    check(caller) {
      const known = counts.get(caller);
      if (known === undefined) {
        counts.set(caller, { count: 1 });
        return;
      }
      known.count += 1;
      if (known.count > parMinute) throw new GatewayError('TROP_DE_REQUETES');
    },
  };
}
