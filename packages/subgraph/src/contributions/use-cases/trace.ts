import { createHash } from 'node:crypto';
import type { Identite } from '@passerelle/identity';
import type { Auteur } from '../domain/contribution.journal.js';

export function auteurOf({ sujet, fonction, organisation }: Identite): Auteur {
  return { sujet, affiche: [fonction, organisation].filter((part) => part !== '').join(', ') };
}

/** What was asked, in a form that two equal demands share. */
export function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
