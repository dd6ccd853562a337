import type { Lot } from '../registre/lire-etat.js';

/** Shared files have no version of their own, and say `-`. */
export function nommerLot({ version, revision }: Lot): string {
  return version === '-' ? `révision ${revision}` : `version ${version}, révision ${revision}`;
}
