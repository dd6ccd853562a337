import { type CleTerritoire, ecrireTerritoire, lireTerritoire } from '@passerelle/portal-kit';
import type { Secteur } from '../generated/graphql.js';
import { SECTEURS } from './libelles.js';

export interface FiltresTensions {
  territoire: CleTerritoire | null;
  secteur: Secteur | null;
  /** null: every year. */
  annee: number | null;
  /** null: every level. */
  niveauMin: number | null;
  ordre: Ordre;
}

/** Of one arrondissement's list. */
export type Ordre = 'tension' | 'metier';

/** What is shown when the address says nothing. */
export interface ParDefaut {
  /** The reader's own arrondissement, when they have one. */
  territoire: CleTerritoire | null;
  annee: number;
}

// Said in the address when the reader wants the whole region rather than their own place.
const TOUS = 'tous';

/**
 * The last year observed on the day shown: the study of a year appears the next one, and none of
 * those to come is known at the present.
 */
export function derniereAnnee({ le, present }: { le: string; present: string }): number {
  return Number((le < present ? le : present).slice(0, 4)) - 1;
}

/** What is asked of the graph; the order is ours. */
export function variablesDe({
  territoire,
  secteur,
  annee,
  niveauMin,
}: FiltresTensions): Omit<FiltresTensions, 'ordre'> {
  return { territoire, secteur, annee, niveauMin };
}

/** The place to begin with: tensions are observed by arrondissement. */
export function territoireDeDepart(
  territoire: { code: string; maille: string } | null,
): CleTerritoire | null {
  return territoire?.maille === 'ARRONDISSEMENT'
    ? { code: territoire.code, maille: 'ARRONDISSEMENT' }
    : null;
}

/** Reads the filters of an address; what it does not say is as usual. */
export function lireFiltres(adresse: URLSearchParams, parDefaut: ParDefaut): FiltresTensions {
  const annee = adresse.get('annee');
  const niveau = Number(adresse.get('niveau'));
  const secteur = adresse.get('secteur')?.toUpperCase();
  return {
    territoire: adresse.has('territoire')
      ? lireTerritoire(adresse.get('territoire'))
      : parDefaut.territoire,
    secteur: SECTEURS.find((connu) => connu === secteur) ?? null,
    annee:
      annee === 'toutes' ? null : /^20\d\d$/.test(annee ?? '') ? Number(annee) : parDefaut.annee,
    niveauMin: Number.isInteger(niveau) && niveau >= 2 && niveau <= 5 ? niveau : null,
    ordre: adresse.get('ordre') === 'metier' ? 'metier' : 'tension',
  };
}

/** The parameters that write these filters in the address. */
export function ecrireFiltres(
  { territoire, secteur, annee, niveauMin, ordre }: FiltresTensions,
  parDefaut: ParDefaut,
): Record<string, string | null> {
  return {
    territoire: ecrireLieu(territoire, parDefaut.territoire),
    secteur: secteur?.toLowerCase() ?? null,
    annee: annee === null ? 'toutes' : annee === parDefaut.annee ? null : String(annee),
    niveau: niveauMin === null ? null : String(niveauMin),
    ordre: ordre === 'tension' ? null : ordre,
  };
}

function ecrireLieu(lieu: CleTerritoire | null, habituel: CleTerritoire | null): string | null {
  if (lieu === null) return habituel === null ? null : TOUS;
  const ecrit = ecrireTerritoire(lieu);
  return habituel !== null && ecrireTerritoire(habituel) === ecrit ? null : ecrit;
}
