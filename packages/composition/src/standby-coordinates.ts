import type { SousGraphe } from './sous-graphe.js';

/** Coordinates (`Query.engagements`, `Engagement.libelle`) another partner can answer for `absent`. */
export function standbyCoordinates(
  sousGraphes: readonly SousGraphe[],
  absent: string,
): ReadonlySet<string> {
  throw new Error(`not built yet: ${sousGraphes.length} ${absent}`);
}
