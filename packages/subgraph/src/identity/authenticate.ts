import type { IncomingMessage } from 'node:http';
import {
  type Identite,
  type InternalTokenVerifier,
  JetonExpire,
  JetonInvalide,
  SCOPE_LIRE,
  SCOPE_LIRE_PUBLIC,
} from '@passerelle/identity';
import { ExposedError } from '../errors/exposed-error.js';
import { platformError } from '../errors/platform-errors.js';

/**
 * Who sends this request: the internal token says it and nothing else does, no other header.
 *
 * @throws JETON_ABSENT, JETON_INVALIDE, JETON_EXPIRE (401), ACCES_REFUSE (403) without any right
 *   to read
 */
export async function authenticate(
  request: IncomingMessage,
  verify: InternalTokenVerifier,
): Promise<Identite> {
  const [scheme, token, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (scheme === '' || scheme === undefined) throw platformError('JETON_ABSENT');
  if (scheme.toLowerCase() !== 'bearer' || !token || rest.length > 0) {
    throw unauthorised(new JetonInvalide());
  }
  const identite = await verifyToken(token, verify);
  if (!identite.scopes.includes(SCOPE_LIRE) && !identite.scopes.includes(SCOPE_LIRE_PUBLIC)) {
    throw platformError('ACCES_REFUSE', { httpStatus: 403 });
  }
  return identite;
}

async function verifyToken(token: string, verify: InternalTokenVerifier): Promise<Identite> {
  try {
    return await verify(token);
  } catch (error) {
    if (error instanceof JetonExpire || error instanceof JetonInvalide) throw unauthorised(error);
    throw error;
  }
}

function unauthorised(error: JetonExpire | JetonInvalide): ExposedError {
  return new ExposedError(error.code, error.message, { httpStatus: 401, cause: error });
}
