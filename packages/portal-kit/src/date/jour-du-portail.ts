import { useMemo } from 'react';
import { lireRegistre } from '../modules/registre.js';
import { PARAMETRE_AU, useChemin } from '../navigation/chemin.js';

/** First and last days that the portal can be shown at: the oldest joint act, the horizon of 2028. */
export const PREMIER_JOUR = '2016-01-01';
export const DERNIER_JOUR = '2028-12-31';

// The names of the protocol's signature, for the pure functions that run without a page.
const HORS_PAGE = '2023-06-08';

export interface JourDuPortail {
  /** Civil day shown: names, roles, bodies, text and lateness are those of that day. */
  le: string;
  /** The present of the data: today, or the day at which the demonstration was closed. */
  present: string;
  estPresent: boolean;
  /** A day that the address asks for and that the portal can't show. */
  refuse: string | null;
}

const civile = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/Paris',
});

/** A day of the calendar within the portal's bounds. */
export function estUnJourMontrable(valeur: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(valeur)) return false;
  const instant = new Date(`${valeur}T12:00:00Z`);
  // 30 February is read by some engines as 2 March.
  const existe = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(valeur);
  return existe && valeur >= PREMIER_JOUR && valeur <= DERNIER_JOUR;
}

/** What an address shows, given the present of the data. */
export function lireJour(recherche: URLSearchParams, present: string): JourDuPortail {
  const demande = recherche.get(PARAMETRE_AU);
  if (demande === null) return { le: present, present, estPresent: true, refuse: null };
  if (!estUnJourMontrable(demande)) {
    return { le: present, present, estPresent: true, refuse: demande.slice(0, 40) };
  }
  return { le: demande, present, estPresent: demande === present, refuse: null };
}

function jourPresent(): string {
  return lireRegistre().dateDonnees ?? civile.format(new Date());
}

/** The day shown now. Pages are drawn again from the start when it changes. */
export function jourDuPortail(): JourDuPortail {
  if (typeof document === 'undefined') return lireJour(new URLSearchParams(), HORS_PAGE);
  return lireJour(new URLSearchParams(location.search), jourPresent());
}

/**
 * The day to ask the graph for: null at the present, where a house also reads what it is preparing;
 * at another day, only what was published at its end is shown.
 */
export function jourDemande(): string | null {
  const { le, estPresent } = jourDuPortail();
  return estPresent ? null : le;
}

/** The same, followed: for what stays on screen when the day changes. */
export function useJourDuPortail(): JourDuPortail {
  const { recherche } = useChemin();
  return useMemo(() => lireJour(recherche, jourPresent()), [recherche]);
}
