import { type CleTerritoire, ecrireTerritoire, lireTerritoire } from '@passerelle/portal-kit';
import type { Partenaire, StatutDecision, TitreValidation } from '../generated/graphql.js';

export const VUES = ['en-retard', 'en-attente', 'toutes'] as const;
export type VueDecisions = (typeof VUES)[number];

export const LIBELLES_VUE: Readonly<Record<VueDecisions, string>> = {
  'en-retard': 'En retard, la plus ancienne d’abord',
  'en-attente': 'En attente de validation',
  toutes: 'Toutes, la plus récente d’abord',
};

export interface FiltresDecisions {
  vue: VueDecisions;
  territoire: CleTerritoire | null;
  responsable: Partenaire | null;
  attend: TitreValidation | null;
  engagement: string | null;
  recherche: string;
}

const MAISONS: readonly Partenaire[] = ['ETAT', 'REGION', 'POLE_EMPLOI'];
const TITRES: readonly TitreValidation[] = ['ETAT', 'REGION', 'RECTEUR'];

const enAdresse = (code: string): string => code.toLowerCase().replace('_', '-');

export function lireFiltres(adresse: URLSearchParams): FiltresDecisions {
  const vue = adresse.get('vue');
  const engagement = adresse.get('engagement')?.toUpperCase() ?? null;
  return {
    vue: VUES.find((connue) => connue === vue) ?? 'en-retard',
    territoire: lireTerritoire(adresse.get('territoire')),
    responsable: MAISONS.find((une) => enAdresse(une) === adresse.get('responsable')) ?? null,
    attend: TITRES.find((un) => enAdresse(un) === adresse.get('attend')) ?? null,
    engagement: engagement !== null && /^E\d{2}$/.test(engagement) ? engagement : null,
    recherche: (adresse.get('q') ?? '').slice(0, 100),
  };
}

export function ecrireFiltres(filtres: FiltresDecisions): Record<string, string | null> {
  const { vue, territoire, responsable, attend, engagement, recherche } = filtres;
  return {
    vue: vue === 'en-retard' ? null : vue,
    territoire: territoire ? ecrireTerritoire(territoire) : null,
    responsable: responsable ? enAdresse(responsable) : null,
    attend: attend ? enAdresse(attend) : null,
    engagement,
    q: recherche.trim() || null,
  };
}

/** What the graph is asked; late ones come back the oldest first, others the most recent first. */
export function variablesDe(
  filtres: FiltresDecisions,
  le: string,
): {
  le: string;
  territoire: CleTerritoire | null;
  responsable: Partenaire | null;
  engagement: string | null;
  statut: StatutDecision | null;
  enRetardLe: string | null;
  attend: TitreValidation | null;
  recherche: string | null;
} {
  const enAttente = filtres.vue === 'en-attente';
  return {
    le,
    territoire: filtres.territoire,
    responsable: filtres.responsable,
    engagement: filtres.engagement,
    statut: enAttente ? 'EN_ATTENTE' : null,
    enRetardLe: filtres.vue === 'en-retard' ? le : null,
    attend: enAttente ? filtres.attend : null,
    recherche: filtres.recherche.trim() || null,
  };
}
