import { naviguer } from '@passerelle/portal-kit';
import { useEffect, useEffectEvent } from 'react';
import type { Raccourci } from './attribuer-lettres.js';
import { lireTouche } from './touche.js';

// After this time the letter after `g` is a letter again.
const DELAI_MS = 1_500;

function estUneSaisie(cible: EventTarget | null): boolean {
  return (
    cible instanceof HTMLElement &&
    (cible.isContentEditable ||
      cible.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null)
  );
}

/** Listens to the keyboard while `actifs`. */
export function useRaccourcis(
  actifs: boolean,
  raccourcis: readonly Raccourci[],
  actes: { chercher: () => void; aide: () => void },
): void {
  const agir = useEffectEvent((evenement: KeyboardEvent, apresG: boolean): boolean => {
    const { key, ctrlKey, metaKey, altKey } = evenement;
    const dansUneSaisie = estUneSaisie(evenement.target);
    const effet = lireTouche({ key, ctrlKey, metaKey, altKey, dansUneSaisie }, apresG);
    switch (effet.acte) {
      case 'chercher':
        // Otherwise the slash is typed in the field that has just received the focus.
        evenement.preventDefault();
        actes.chercher();
        return false;
      case 'aide':
        actes.aide();
        return false;
      case 'aller': {
        const raccourci = raccourcis.find((r) => r.lettre === effet.lettre);
        if (raccourci) naviguer(raccourci.chemin);
        return false;
      }
      case 'attendre-lettre':
        return true;
      case 'rien':
        return false;
    }
  });
  useEffect(() => {
    if (!actifs) return;
    let jusqua = 0;
    const surTouche = (evenement: KeyboardEvent): void => {
      const attend = agir(evenement, evenement.timeStamp < jusqua);
      jusqua = attend ? evenement.timeStamp + DELAI_MS : 0;
    };
    document.addEventListener('keydown', surTouche);
    return () => document.removeEventListener('keydown', surTouche);
  }, [actifs]);
}
