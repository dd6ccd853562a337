import type { Publication } from '@passerelle/publication';

type GraphParts = Pick<Publication, 'supergraphe' | 'sousGraphes'>;

/** Whether what was worked out for one graph holds for the other. */
export function isSameGraph(before: GraphParts, after: GraphParts): boolean {
  return before.supergraphe === after.supergraphe && partsOf(before) === partsOf(after);
}

/** All that a graph is made from: standby originals are in the schemas alone. */
function partsOf({ sousGraphes }: GraphParts): string {
  return JSON.stringify(
    sousGraphes.map(({ partenaire, url, fluxUrl, empreinte }) => [
      partenaire,
      url,
      fluxUrl,
      empreinte,
    ]),
  );
}
