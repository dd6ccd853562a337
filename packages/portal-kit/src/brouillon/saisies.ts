import { useEffect, useSyncExternalStore } from 'react';
import { creerObservable } from '../observable.js';

/**
 * What leaving the page would do to what is being typed or sent: `gardee`, it comes back from this
 * machine; `fragile`, it would be lost.
 */
export type Saisie = 'aucune' | 'gardee' | 'fragile';

const saisies = new Set<{ nature: 'gardee' | 'fragile' }>();
const actuelle = creerObservable<Saisie>('aucune');

function resumer(): void {
  const natures = Array.from(saisies, ({ nature }) => nature);
  actuelle.ecrire(natures.includes('fragile') ? 'fragile' : (natures[0] ?? 'aucune'));
}

/** Says that something is being typed or sent. @returns to be called when it no longer is */
export function signalerSaisie(nature: 'gardee' | 'fragile'): () => void {
  const saisie = { nature };
  saisies.add(saisie);
  resumer();
  return () => {
    saisies.delete(saisie);
    resumer();
  };
}

export function saisieActuelle(): Saisie {
  return actuelle.lire();
}

export function useSaisieActuelle(): Saisie {
  return useSyncExternalStore(actuelle.ecouter, actuelle.lire);
}

/** For a form: holds the page back from being loaded anew while `nature` is not `aucune`. */
export function useSaisieEnCours(nature: Saisie): void {
  useEffect(() => (nature === 'aucune' ? undefined : signalerSaisie(nature)), [nature]);
}
