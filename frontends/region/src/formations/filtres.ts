import { type CleTerritoire, ecrireTerritoire, lireTerritoire } from '@passerelle/portal-kit';
import type { Secteur } from '../generated/graphql.js';
import { SECTEURS } from './secteurs.js';

export interface FiltresFormations {
  recherche: string;
  territoire: CleTerritoire | null;
  secteur: Secteur | null;
}

/** Reads the filters of an address; what makes no sense there is no filter. */
export function lireFiltres(adresse: URLSearchParams): FiltresFormations {
  const secteur = adresse.get('secteur')?.toUpperCase();
  return {
    recherche: (adresse.get('q') ?? '').trim().slice(0, 100),
    territoire: lireTerritoire(adresse.get('territoire')),
    secteur: SECTEURS.find((connu) => connu === secteur) ?? null,
  };
}

/** The parameters that write these filters in the address. */
export function ecrireFiltres(filtres: FiltresFormations): Record<string, string | null> {
  return {
    q: filtres.recherche.trim() || null,
    territoire: filtres.territoire && ecrireTerritoire(filtres.territoire),
    secteur: filtres.secteur?.toLowerCase() ?? null,
  };
}

export function aucunFiltre({ recherche, territoire, secteur }: FiltresFormations): boolean {
  return recherche === '' && territoire === null && secteur === null;
}
