import { type CleTerritoire, ecrireTerritoire, lireTerritoire } from '@passerelle/portal-kit';
import type { OrdreChronologique, StatutSeance } from '../../generated/graphql.js';

export const PERIODES = ['a-venir', 'semaine', 'mois', 'passees', 'toutes'] as const;
export type Periode = (typeof PERIODES)[number];

export const LIBELLES_PERIODE: Readonly<Record<Periode, string>> = {
  'a-venir': 'À venir',
  semaine: 'Les sept prochains jours',
  mois: 'Les trente prochains jours',
  passees: 'Passées',
  toutes: 'Toutes',
};

export interface FiltresSeances {
  periode: Periode;
  territoire: CleTerritoire | null;
  statut: StatutSeance | null;
  instance: string | null;
}

const STATUTS: readonly StatutSeance[] = ['PREVUE', 'TENUE', 'CLOSE', 'ANNULEE'];

export function lireFiltres(adresse: URLSearchParams): FiltresSeances {
  const periode = adresse.get('periode');
  const statut = adresse.get('statut')?.toUpperCase();
  const instance = adresse.get('instance');
  return {
    periode: PERIODES.find((connue) => connue === periode) ?? 'a-venir',
    territoire: lireTerritoire(adresse.get('territoire')),
    statut: STATUTS.find((connu) => connu === statut) ?? null,
    instance: instance !== null && /^[a-z]{3,4}-[0-9AB]{2,4}$/i.test(instance) ? instance : null,
  };
}

export function ecrireFiltres(filtres: FiltresSeances): Record<string, string | null> {
  const { periode, territoire, statut, instance } = filtres;
  return {
    periode: periode === 'a-venir' ? null : periode,
    territoire: territoire ? ecrireTerritoire(territoire) : null,
    statut: statut?.toLowerCase() ?? null,
    instance,
  };
}

const JOUR_MS = 86_400_000;

/**
 * The days that a period covers, both included, null where it has no end; and the sense in which
 * it is read: what comes first when it is ahead, what is fresh when it is past.
 *
 * @param jour - civil date taken as today
 */
export function bornesDe(
  periode: Periode,
  jour: string,
): { du: string | null; au: string | null; ordre: OrdreChronologique } {
  const apres = (jours: number): string =>
    new Date(Date.parse(`${jour}T12:00:00Z`) + jours * JOUR_MS).toISOString().slice(0, 10);
  switch (periode) {
    case 'a-venir':
      return { du: jour, au: null, ordre: 'ANCIENNES_D_ABORD' };
    case 'semaine':
      return { du: jour, au: apres(6), ordre: 'ANCIENNES_D_ABORD' };
    case 'mois':
      return { du: jour, au: apres(29), ordre: 'ANCIENNES_D_ABORD' };
    case 'passees':
      return { du: null, au: apres(-1), ordre: 'RECENTES_D_ABORD' };
    case 'toutes':
      return { du: null, au: null, ordre: 'RECENTES_D_ABORD' };
  }
}
