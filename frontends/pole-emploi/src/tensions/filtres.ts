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
}

/** The last year observed when data was closed: the study of a year appears the next one. */
export function derniereAnnee(dateDonnees: string | null, aujourdhui: Date): number {
  const annee = dateDonnees === null ? aujourdhui.getFullYear() : Number(dateDonnees.slice(0, 4));
  return annee - 1;
}

/** Reads the filters of an address; without a year there, the last one. */
export function lireFiltres(adresse: URLSearchParams, derniere: number): FiltresTensions {
  const annee = adresse.get('annee');
  const niveau = Number(adresse.get('niveau'));
  const secteur = adresse.get('secteur')?.toUpperCase();
  return {
    territoire: lireTerritoire(adresse.get('territoire')),
    secteur: SECTEURS.find((connu) => connu === secteur) ?? null,
    annee: annee === 'toutes' ? null : /^20\d\d$/.test(annee ?? '') ? Number(annee) : derniere,
    niveauMin: Number.isInteger(niveau) && niveau >= 2 && niveau <= 5 ? niveau : null,
  };
}

/** The parameters that write these filters in the address. */
export function ecrireFiltres(
  filtres: FiltresTensions,
  derniere: number,
): Record<string, string | null> {
  return {
    territoire: filtres.territoire && ecrireTerritoire(filtres.territoire),
    secteur: filtres.secteur?.toLowerCase() ?? null,
    annee: ecrireAnnee(filtres.annee, derniere),
    niveau: filtres.niveauMin === null ? null : String(filtres.niveauMin),
  };
}

function ecrireAnnee(annee: number | null, derniere: number): string | null {
  if (annee === null) return 'toutes';
  return annee === derniere ? null : String(annee);
}
