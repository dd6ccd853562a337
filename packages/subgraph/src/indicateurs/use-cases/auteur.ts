import { createHash } from 'node:crypto';
import type { Identite } from '@passerelle/identity';
import type { Auteur } from '../domain/indicateur.journal.js';

export function auteurOf({ sujet, fonction, organisation }: Identite): Auteur {
  return { sujet, affiche: [fonction, organisation].filter((part) => part !== '').join(', ') };
}

/** Same demand, same text: what an idempotency key is compared by. */
export function empreinteDe(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
