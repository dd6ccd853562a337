import {
  type CleTerritoire,
  type EtatFiche,
  ecrireTerritoire,
  estStatutFiche,
  type IssueFiche,
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
  /** What experiments become; `SANS` for those that ended and do not say. */
  issue: IssueFiche | 'SANS' | null;
  etat: EtatFiche | null;
}

const ISSUES: readonly (IssueFiche | 'SANS')[] = ['GENERALISEE', 'ADAPTEE', 'ARRETEE', 'SANS'];
const ETATS: readonly EtatFiche[] = ['BROUILLON', 'VALIDEE', 'PUBLIEE'];

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
    issue: ISSUES.find((issue) => issue === adresse.get('issue')?.toUpperCase()) ?? null,
    etat: ETATS.find((etat) => etat === adresse.get('etat')?.toUpperCase()) ?? null,
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
    issue: filtres.issue?.toLowerCase() ?? null,
    etat: filtres.etat?.toLowerCase() ?? null,
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
  issue: null,
  etat: null,
};

/**
 * @param jour - civil day from which an evaluation is late
 * @param le - civil day at whose end the fiches had been published; null for now, drafts included
 */
export function variablesDe(
  filtres: FiltresFiches,
  jour: string,
  le: string | null,
): {
  recherche: string | null;
  engagement: string | null;
  territoire: CleTerritoire | null;
  statut: StatutFiche | null;
  experimental: boolean | null;
  evaluationEnRetardLe: string | null;
  issue: IssueFiche | null;
  sansIssueLe: string | null;
  etat: EtatFiche | null;
  le: string | null;
} {
  return {
    recherche: filtres.recherche.trim() || null,
    engagement: filtres.engagement,
    territoire: filtres.territoire,
    statut: filtres.statut,
    experimental: filtres.experimental ? true : null,
    evaluationEnRetardLe: filtres.retard ? jour : null,
    issue: filtres.issue === 'SANS' ? null : filtres.issue,
    sansIssueLe: filtres.issue === 'SANS' ? jour : null,
    etat: filtres.etat,
    le,
  };
}
