import { createHash } from 'node:crypto';
import { type CompositionResult, composeGraph, type SousGraphe } from '@passerelle/composition';
import { LRUCache } from 'lru-cache';

/** A few states of each channel: composing again is most of what a check costs. */
const cache = new LRUCache<string, CompositionResult>({
  max: 24,
  maxSize: 32_000_000,
  sizeCalculation: (composed) => (composed.ok ? composed.supergraphSdl.length : 0) + 10_000,
});

/**
 * Composes, or remembers having composed, exactly these schemas; never throws.
 *
 * @param absents - partners to do without, as the gateway does when they are down
 */
export function composer(
  sousGraphes: readonly SousGraphe[],
  absents: readonly string[] = [],
): CompositionResult {
  const hash = createHash('sha256').update(JSON.stringify(absents));
  for (const { partenaire, url, schema } of sousGraphes) {
    hash.update(JSON.stringify([partenaire, url, schema]));
  }
  const key = hash.digest('base64');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const composed = composeSafely(sousGraphes, absents);
  cache.set(key, composed);
  return composed;
}

/** API schema of what is live; empty while nothing is, or when it does not compose any more. */
export function apiVivante(sousGraphes: readonly SousGraphe[]): string {
  if (sousGraphes.length === 0) return '';
  const composed = composer(sousGraphes);
  return composed.ok ? composed.apiSdl : '';
}

/** The composer expects schemas written in good faith: what it chokes on is refused. */
function composeSafely(
  sousGraphes: readonly SousGraphe[],
  absents: readonly string[],
): CompositionResult {
  try {
    return composeGraph(sousGraphes, absents);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const message = `Les schémas ne se composent pas : ${detail}`;
    return { ok: false, errors: [{ code: 'COMPOSITION_REFUSEE', message }] };
  }
}
