import type { FiltresFormations } from './filtres.js';

/** What is kept of the whole list, in the order asked; equal places keep the order of names. */
export function choisir<
  F extends { placesRestantes: number; sessions: { nodes: readonly unknown[] } },
>(
  formations: readonly F[],
  { ouvertes, ordre }: Pick<FiltresFormations, 'ouvertes' | 'ordre'>,
): F[] {
  const gardees = formations.filter(({ sessions }) => !ouvertes || sessions.nodes.length > 0);
  return ordre === 'places'
    ? gardees.sort((a, b) => b.placesRestantes - a.placesRestantes)
    : gardees;
}
