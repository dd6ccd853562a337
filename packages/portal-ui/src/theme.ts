import { useSyncExternalStore } from 'react';

/** « systeme » follows the machine; the two others are the reader's choice, kept on this device. */
export type ChoixTheme = 'systeme' | 'clair' | 'sombre';

export const CHOIX_THEME: readonly { cle: ChoixTheme; libelle: string }[] = [
  { cle: 'systeme', libelle: 'Comme mon appareil' },
  { cle: 'clair', libelle: 'Clair' },
  { cle: 'sombre', libelle: 'Sombre' },
];

const CLE = 'passerelle.theme';
const abonnes = new Set<() => void>();

export function lireTheme(): ChoixTheme {
  try {
    const garde = localStorage.getItem(CLE);
    return garde === 'clair' || garde === 'sombre' ? garde : 'systeme';
  } catch {
    // Storage may be refused by the browser's settings: the system's theme still applies.
    return 'systeme';
  }
}

/** Puts the kept choice on the page; called once by the shell before anything is drawn. */
export function appliquerTheme(): void {
  const choix = lireTheme();
  if (choix === 'systeme') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', choix);
}

export function choisirTheme(choix: ChoixTheme): void {
  try {
    localStorage.setItem(CLE, choix);
  } catch {
    // Not kept then, but shown for this page.
  }
  if (choix === 'systeme') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', choix);
  for (const prevenir of abonnes) prevenir();
}

export function useTheme(): [ChoixTheme, (choix: ChoixTheme) => void] {
  const choix = useSyncExternalStore(
    (prevenir) => {
      const autreOnglet = (evenement: StorageEvent): void => {
        if (evenement.key !== CLE) return;
        appliquerTheme();
        prevenir();
      };
      abonnes.add(prevenir);
      window.addEventListener('storage', autreOnglet);
      return () => {
        abonnes.delete(prevenir);
        window.removeEventListener('storage', autreOnglet);
      };
    },
    lireTheme,
    () => 'systeme' as const,
  );
  return [choix, choisirTheme];
}
