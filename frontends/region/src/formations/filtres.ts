import { type CleTerritoire, ecrireTerritoire, lireTerritoire } from '@passerelle/portal-kit';
import type { Secteur } from '../generated/graphql.js';
import { SECTEURS } from './secteurs.js';

export interface FiltresFormations {
  recherche: string;
  territoire: CleTerritoire | null;
  secteur: Secteur | null;
  /** Only those where one can still enrol. */
  ouvertes: boolean;
  ordre: Ordre;
}

export type Ordre = 'intitule' | 'places';

/** Reads the filters of an address; what makes no sense there is no filter. */
export function lireFiltres(adresse: URLSearchParams): FiltresFormations {
  const secteur = adresse.get('secteur')?.toUpperCase();
  return {
    recherche: (adresse.get('q') ?? '').trim().slice(0, 100),
    territoire: lireTerritoire(adresse.get('territoire')),
    secteur: SECTEURS.find((connu) => connu === secteur) ?? null,
    ouvertes: adresse.get('sessions') === 'ouvertes',
    ordre: adresse.get('ordre') === 'places' ? 'places' : 'intitule',
  };
}

/** The parameters that write these filters in the address. */
export function ecrireFiltres(filtres: FiltresFormations): Record<string, string | null> {
  return {
    q: filtres.recherche.trim() || null,
    territoire: filtres.territoire && ecrireTerritoire(filtres.territoire),
    secteur: filtres.secteur?.toLowerCase() ?? null,
    sessions: filtres.ouvertes ? 'ouvertes' : null,
    ordre: filtres.ordre === 'places' ? 'places' : null,
  };
}

export function aucunFiltre(filtres: FiltresFormations): boolean {
  const { recherche, territoire, secteur, ouvertes } = filtres;
  return recherche === '' && territoire === null && secteur === null && !ouvertes;
}
