import { modifierRecherche, useChemin } from '@passerelle/portal-kit';
import { useEffect, useRef, useState } from 'react';

const DELAI_MS = 200;

/**
 * A search text kept in the address. While the reader types, what they type is shown; otherwise
 * the address is, so that a link or the header's search changes the field too.
 */
export function useTexteDansAdresse(parametre: string): {
  texte: string;
  saisir: (texte: string) => void;
  terminer: () => void;
} {
  const { recherche } = useChemin();
  const [saisie, setSaisie] = useState<string | null>(null);
  const minuterie = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(minuterie.current), []);
  const ecrire = (texte: string): void => {
    clearTimeout(minuterie.current);
    modifierRecherche({ [parametre]: texte.trim() });
  };
  return {
    texte: saisie ?? recherche.get(parametre) ?? '',
    saisir(texte) {
      setSaisie(texte);
      clearTimeout(minuterie.current);
      minuterie.current = setTimeout(() => ecrire(texte), DELAI_MS);
    },
    terminer() {
      if (saisie === null) return;
      ecrire(saisie);
      setSaisie(null);
    },
  };
}
