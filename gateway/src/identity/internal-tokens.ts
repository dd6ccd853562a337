import {
  estPartenaire,
  type Identite,
  type SigningKey,
  signInternalToken,
} from '@passerelle/identity';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../request-context.js';

/**
 * Gives the token joined to each call of a request. Its audience is the partner asked, so a
 * partner that keeps it can do nothing with it at another's.
 */
export type InternalTokens = (
  context: Pick<RequestContext, 'identite' | 'cleIdentite'>,
  partenaire: string,
) => Promise<string | null>;

export const noInternalTokens: InternalTokens = async () => null;

/** Half the life of a token: what leaves with it has the other half to arrive. */
const RENOUVELLEMENT_MS = 30_000;
/** Agents and programs at work at the same time, by partner. */
const JETONS_MAX = 10_000;

/**
 * One token serves all that the same identity asks of a partner for half a minute: it says who
 * asks, not what, and signing is the dearest step of a small request.
 */
export function createInternalTokens(cle: SigningKey): InternalTokens {
  const jetons = new LRUCache<string, Promise<string>>({
    max: JETONS_MAX,
    ttl: RENOUVELLEMENT_MS,
    // The clock that tokens are dated by.
    perf: Date,
  });
  return async ({ identite, cleIdentite }, partenaire) => {
    if (identite === null || !estPartenaire(partenaire)) return null;
    const of = `${partenaire}\0${cleIdentite}`;
    const known = jetons.get(of);
    if (known !== undefined) return known;
    const jeton = signInternalToken(identite, { cle, audience: partenaire });
    jetons.set(of, jeton);
    // What could not be signed once may be the next time.
    jeton.catch(() => jetons.delete(of));
    return jeton;
  };
}

/** For the registry, in an agent's name: a new one each time, pages ask it rarely. */
export function createRegistryTokens(cle: SigningKey): (identite: Identite) => Promise<string> {
  return (identite) => signInternalToken(identite, { cle, audience: 'registre' });
}
