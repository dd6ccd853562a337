import { readSubgraphs } from './read-subgraphs.js';
import type { SousGraphe } from './sous-graphe.js';
import { standbyFields } from './standby.js';

/**
 * Coordinates (`Query.engagements`, `Engagement.libelle`) that another partner can answer in
 * place of `absent`. Unreadable schemas count for nothing: `composeGraph` is where they are refused.
 */
export function standbyCoordinates(
  sousGraphes: readonly SousGraphe[],
  absent: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const subgraph of readSubgraphs(sousGraphes).subgraphs) {
    if (subgraph.partenaire === absent) continue;
    for (const { coordonnee, de } of standbyFields(subgraph)) {
      if (de === absent) found.add(coordonnee);
    }
  }
  return found;
}
