import { estPartenaire, type SigningKey, signInternalToken } from '@passerelle/identity';
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

export function createInternalTokens(cle: SigningKey): InternalTokens {
  const parRequete = new WeakMap<RequestContext, Map<string, Promise<string>>>();
  return async (context, partenaire) => {
    const { identite } = context;
    if (identite === null || !estPartenaire(partenaire)) return null;
    let jetons = parRequete.get(context);
    if (jetons === undefined) {
      jetons = new Map();
      parRequete.set(context, jetons);
    }
    let jeton = jetons.get(partenaire);
    if (jeton === undefined) {
      jeton = signInternalToken(identite, { cle, audience: partenaire });
      jetons.set(partenaire, jeton);
    }
    return jeton;
  };
}
