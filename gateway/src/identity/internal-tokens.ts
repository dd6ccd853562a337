import {
  estPartenaire,
  type Identite,
  type SigningKey,
  signInternalToken,
} from '@passerelle/identity';
import type { RequestContext } from '../request-context.js';

/**
 * Gives the token joined to each call of a request. Its audience is the partner asked, so a
 * partner that keeps it can do nothing with it at another's.
 */
export type InternalTokens = (
  context: RequestContext,
  partenaire: string,
) => Promise<string | null>;

export const noInternalTokens: InternalTokens = async () => null;

/** Half the life of a token: a stream that stays open for hours asks with fresh ones. */
const RENOUVELLEMENT_MS = 30_000;

export function createInternalTokens(cle: SigningKey): InternalTokens {
  const parRequete = new WeakMap<RequestContext, Map<string, Minted>>();
  return async (context, partenaire) => {
    const { identite } = context;
    if (identite === null || !estPartenaire(partenaire)) return null;
    let jetons = parRequete.get(context);
    if (jetons === undefined) {
      jetons = new Map();
      parRequete.set(context, jetons);
    }
    const known = jetons.get(partenaire);
    const now = performance.now();
    if (known !== undefined && now - known.le < RENOUVELLEMENT_MS) return known.jeton;
    const jeton = signInternalToken(identite, { cle, audience: partenaire });
    jetons.set(partenaire, { jeton, le: now });
    return jeton;
  };
}

/** For the registry, in an agent's name: a new one each time, pages ask it rarely. */
export function createRegistryTokens(cle: SigningKey): (identite: Identite) => Promise<string> {
  return (identite) => signInternalToken(identite, { cle, audience: 'registre' });
}

interface Minted {
  jeton: Promise<string>;
  le: number;
}
