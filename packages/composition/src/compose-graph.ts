import type { CompositionResult } from './composition-result.js';
import type { SousGraphe } from './sous-graphe.js';

/**
 * Joins the subgraphs. Normally standby originals (`@secours`) stay out; for each partner in
 * `absents`, its subgraph is left out and the first available partner's standby original, in
 * the order of the list, is put in.
 */
export function composeGraph(
  sousGraphes: readonly SousGraphe[],
  absents: readonly string[] = [],
): CompositionResult {
  throw new Error(`not built yet: ${sousGraphes.length} ${absents.length}`);
}
