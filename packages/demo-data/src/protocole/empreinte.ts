import { createHash } from 'node:crypto';
import type { TexteProtocole } from './texte-protocole.js';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Hash of a text, equal when and only when the three originals say the same thing.
 *
 * Canonical JSON (keys sorted, NFC, no space), SHA-256, lower-case hexadecimal: neither the order
 * of columns nor a composed accent changes it; one word, one date or the order of a list does.
 */
export function empreinte(texte: TexteProtocole): string {
  return empreinteCanonique(texte);
}

/** The same hash of any record that several houses must name alike, as JSON shows it. */
export function empreinteCanonique(valeur: object): string {
  return createHash('sha256').update(canonicalJson(valeur)).digest('hex');
}

function canonicalJson(valeur: object): string {
  return JSON.stringify(sortKeys(JSON.parse(JSON.stringify(valeur)))).normalize('NFC');
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
