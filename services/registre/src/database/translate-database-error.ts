import { RegistreError, registreError } from '../errors/registre-error.js';

/** SQLSTATE classes: connection lost or refused, server stopping or starting, too many clients. */
const UNAVAILABLE = /^(08...|57P0[1-5]|53300|25006)$/;
const QUERY_CANCELED = '57014';
const DEADLOCK = '40P01';
/** A character that PostgreSQL cannot hold (U+0000): the caller's text, not our bug. */
const CHARACTER_REFUSED = /^(22021|22P05)$/;

const NETWORK_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** pg says these with words only. */
const NETWORK_WORDS =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|Client was closed|connection is closed|Driver not Connected/i;

/** A database that is unwell becomes a failure that callers can read; a bug stays a bug. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof RegistreError || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === QUERY_CANCELED || code === DEADLOCK)
    return registreError('DELAI_DEPASSE', { cause: error });
  if (CHARACTER_REFUSED.test(code)) {
    const message = 'La demande contient un caractère qui ne peut pas être gardé.';
    return registreError('DEMANDE_INVALIDE', { message, cause: error });
  }
  if (UNAVAILABLE.test(code) || NETWORK_CODES.has(code) || NETWORK_WORDS.test(error.message)) {
    return registreError('BASE_INDISPONIBLE', { cause: error });
  }
  return error;
}
