import { type CompositionResult, createComposer, type SousGraphe } from '@passerelle/composition';

/** A few states of each channel: composing again is most of what a check costs. */
const compose = createComposer({ graphes: 24, caracteres: 32_000_000 });

/** API schema of what is live; empty while nothing is, or when it does not compose any more. */
export function apiVivante(sousGraphes: readonly SousGraphe[]): string {
  if (sousGraphes.length === 0) return '';
  const composed = composer(sousGraphes);
  return composed.ok ? composed.apiSdl : '';
}

/**
 * Composes; never throws: the composer expects schemas written in good faith, and what it chokes
 * on is refused.
 *
 * @param absents - partners to do without, as the gateway does when they are down
 */
export function composer(
  sousGraphes: readonly SousGraphe[],
  absents: readonly string[] = [],
): CompositionResult {
  try {
    return compose(sousGraphes, absents);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    const message = `Les schémas ne se composent pas : ${detail}`;
    return { ok: false, errors: [{ code: 'COMPOSITION_REFUSEE', message }] };
  }
}
