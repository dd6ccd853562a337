import { useMemo, useSyncExternalStore } from 'react';

const EVENEMENT = 'passerelle:chemin';

/** Of the address: `?au=2024-02-01` shows the portal as of that day, to whoever opens the link. */
export const PARAMETRE_AU = 'au';

/** Where the reader is. `recherche` is the query string, parsed. */
export interface Chemin {
  chemin: string;
  recherche: URLSearchParams;
}

function ecouter(reaction: () => void): () => void {
  window.addEventListener('popstate', reaction);
  window.addEventListener(EVENEMENT, reaction);
  return () => {
    window.removeEventListener('popstate', reaction);
    window.removeEventListener(EVENEMENT, reaction);
  };
}

/** Follows the address without its fragment. */
export function useChemin(): Chemin {
  const adresse = useSyncExternalStore(ecouter, () => location.pathname + location.search);
  return useMemo(() => {
    const { pathname, searchParams } = new URL(adresse, location.origin);
    return { chemin: pathname, recherche: searchParams };
  }, [adresse]);
}

let relais: ((adresse: string) => boolean) | null = null;

/** Lets a newer page take over each change of page; false leaves it to the present one. */
export function confierLesChangementsDePage(prendre: (adresse: string) => boolean): void {
  relais = prendre;
}

/** The same address at the day shown on this page, unless it names its own. */
export function auMemeJour(cible: URL, recherche: URLSearchParams): URL {
  const le = recherche.get(PARAMETRE_AU);
  if (le === null || cible.searchParams.has(PARAMETRE_AU)) return cible;
  const datee = new URL(cible);
  datee.searchParams.set(PARAMETRE_AU, le);
  return datee;
}

/**
 * Goes to a page of the portal without reloading, at the day shown on this one. single-spa watches
 * `pushState`, so every module follows. An address of another origin is opened by the browser.
 */
export function naviguer(adresse: string, options: { remplacer?: boolean } = {}): void {
  const cible = new URL(adresse, location.href);
  if (cible.origin !== location.origin) {
    location.assign(cible);
    return;
  }
  allerA(auMemeJour(cible, new URLSearchParams(location.search)), options);
}

/** Shows this page as of another day; null comes back to the present. */
export function changerDeJour(le: string | null): void {
  const cible = new URL(location.href);
  if (le === null) cible.searchParams.delete(PARAMETRE_AU);
  else cible.searchParams.set(PARAMETRE_AU, le);
  allerA(cible);
}

function allerA(cible: URL, options: { remplacer?: boolean } = {}): void {
  const suivante = cible.pathname + cible.search + cible.hash;
  if (suivante === location.pathname + location.search + location.hash) return;
  if (cible.pathname !== location.pathname && !options.remplacer && relais?.(suivante)) return;
  if (options.remplacer) history.replaceState(history.state, '', suivante);
  else history.pushState(null, '', suivante);
  window.dispatchEvent(new Event(EVENEMENT));
}

/** The query string after a change; `null` or an empty text removes a parameter. */
export function rechercheModifiee(
  recherche: URLSearchParams,
  changements: Readonly<Record<string, string | null>>,
): string {
  const suivante = new URLSearchParams(recherche);
  for (const [cle, valeur] of Object.entries(changements)) {
    if (valeur === null || valeur === '') suivante.delete(cle);
    else suivante.set(cle, valeur);
  }
  const texte = suivante.toString();
  return texte === '' ? '' : `?${texte}`;
}

/** Writes filters in the address, in place: the « back » button leaves the list, not the filter. */
export function modifierRecherche(changements: Readonly<Record<string, string | null>>): void {
  const recherche = new URLSearchParams(location.search);
  naviguer(location.pathname + rechercheModifiee(recherche, changements), { remplacer: true });
}
