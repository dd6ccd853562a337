import { useSyncExternalStore } from 'react';

const CLE = 'passerelle.raccourcis';
const abonnes = new Set<() => void>();

/** Single-key shortcuts can be turned off: voice dictation would trigger them (WCAG 2.1.4). */
function lire(): boolean {
  try {
    return localStorage.getItem(CLE) !== 'non';
  } catch {
    // Storage refused by the browser: as when nothing was chosen.
    return true;
  }
}

export function activerRaccourcis(actifs: boolean): void {
  try {
    localStorage.setItem(CLE, actifs ? 'oui' : 'non');
  } catch {
    // Storage refused by the browser: the choice cannot be kept, and is not pretended to be.
  }
  for (const prevenir of abonnes) prevenir();
}

export function useRaccourcisActifs(): boolean {
  return useSyncExternalStore((prevenir) => {
    abonnes.add(prevenir);
    return () => {
      abonnes.delete(prevenir);
    };
  }, lire);
}
