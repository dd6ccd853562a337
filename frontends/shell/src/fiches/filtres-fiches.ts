import {
  type CleTerritoire,
  ecrireTerritoire,
  estStatutFiche,
  lireTerritoire,
  type StatutFiche,
} from '@passerelle/portal-kit';
import { estPartenaire, type Partenaire } from '@passerelle/portal-ui';

/** What the list of fiches keeps, as the address says it. */
export interface FiltresFiches {
  recherche: string;
  /** Null for the three houses. */
  maison: Partenaire | null;
  engagement: string | null;
  territoire: CleTerritoire | null;
  statut: StatutFiche | null;
  experimental: boolean;
  /** Experiments that ended without their evaluation. */
  retard: boolean;
}

export function lireFiltres(adresse: URLSearchParams): FiltresFiches {
  const maison = adresse.get('maison') ?? '';
  const engagement = adresse.get('engagement')?.toUpperCase() ?? '';
  const statut = adresse.get('statut')?.toUpperCase().replaceAll('-', '_') ?? null;
  return {
    recherche: (adresse.get('q') ?? '').slice(0, 100),
    maison: estPartenaire(maison) ? maison : null,
    engagement: /^E\d{2}$/.test(engagement) ? engagement : null,
    territoire: lireTerritoire(adresse.get('territoire')),
    statut: estStatutFiche(statut) ? statut : null,
    experimental: adresse.get('experimental') === 'oui',
    retard: adresse.get('retard') === 'oui',
  };
}

export function ecrireFiltres(filtres: FiltresFiches): Record<string, string | null> {
  return {
    q: filtres.recherche.trim() || null,
    maison: filtres.maison,
    engagement: filtres.engagement,
    territoire: filtres.territoire && ecrireTerritoire(filtres.territoire),
    statut: filtres.statut?.toLowerCase().replaceAll('_', '-') ?? null,
    experimental: filtres.experimental ? 'oui' : null,
    retard: filtres.retard ? 'oui' : null,
  };
}

export const SANS_FILTRE: FiltresFiches = {
  recherche: '',
  maison: null,
  engagement: null,
  territoire: null,
  statut: null,
  experimental: false,
  retard: false,
};

/** @param jour - civil day from which an evaluation is late */
export function variablesDe(
  filtres: FiltresFiches,
  jour: string,
): {
  recherche: string | null;
  engagement: string | null;
  territoire: CleTerritoire | null;
  statut: StatutFiche | null;
  experimental: boolean | null;
  evaluationEnRetardLe: string | null;
} {
  return {
    recherche: filtres.recherche.trim() || null,
    engagement: filtres.engagement,
    territoire: filtres.territoire,
    statut: filtres.statut,
    experimental: filtres.experimental ? true : null,
    evaluationEnRetardLe: filtres.retard ? jour : null,
  };
}
