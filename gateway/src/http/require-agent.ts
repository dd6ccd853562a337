import type { IncomingMessage } from 'node:http';
import type { Identite } from '@passerelle/identity';
import { GatewayError } from '../errors.js';
import type { Authenticator } from '../identity/authenticate.js';
import type { Session } from '../identity/session.js';

/**
 * Who is signed in on the portal. A program's token does not open what is made for pages.
 *
 * @throws GatewayError NON_AUTHENTIFIE, SESSION_EXPIREE, JETON_*, NON_HABILITE, ACCES_REFUSE
 */
export async function requireAgent(
  req: IncomingMessage,
  authenticator: Authenticator,
): Promise<{ identite: Identite; session: Session }> {
  const { identite, session } = await authenticator.authenticate(req);
  if (identite === null || session === null) throw new GatewayError('ACCES_REFUSE');
  return { identite, session };
}

/** The same for a page that anyone may open: null for whoever is not signed in. */
export async function readAgent(
  req: IncomingMessage,
  authenticator: Authenticator,
): Promise<Identite | null> {
  try {
    return (await requireAgent(req, authenticator)).identite;
  } catch (error) {
    if (error instanceof GatewayError) return null;
    throw error;
  }
}
