import { useState } from 'react';

export interface Tranche<T> {
  visibles: readonly T[];
  aUneSuite: boolean;
  afficherLaSuite: () => void;
}

/**
 * A long list that came whole, shown piece by piece.
 *
 * @param cle - what the list answers to: another filter starts again at the first piece
 */
export function useTranche<T>(elements: readonly T[], taille: number, cle: string): Tranche<T> {
  const [etat, setEtat] = useState({ cle, affiches: taille });
  const affiches = etat.cle === cle ? etat.affiches : taille;
  return {
    visibles: elements.slice(0, affiches),
    aUneSuite: elements.length > affiches,
    afficherLaSuite: () => setEtat({ cle, affiches: affiches + taille }),
  };
}
