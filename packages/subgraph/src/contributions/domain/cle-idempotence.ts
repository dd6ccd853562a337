import { contributionError } from './contribution.errors.js';

const SHAPE = /^[A-Za-z0-9._:-]{8,100}$/;

/** @throws CLE_IDEMPOTENCE_INVALIDE */
export function parseCleIdempotence(cle: string | null | undefined): string | null {
  if (cle === null || cle === undefined) return null;
  if (!SHAPE.test(cle)) throw contributionError('CLE_IDEMPOTENCE_INVALIDE');
  return cle;
}
