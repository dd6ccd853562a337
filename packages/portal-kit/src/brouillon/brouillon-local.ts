import { useCallback, useMemo, useState } from 'react';
import { useAgent } from '../session/session.js';
import { creerMagasinBrouillons } from './magasin-brouillons.js';
import { useSaisieEnCours } from './saisies.js';

export interface BrouillonLocal<Valeur> {
  /** What was typed and not yet acknowledged; null when there is nothing. */
  valeur: Valeur | null;
  /** When it was last kept on this machine. */
  enregistreLe: Date | null;
  /** False when the browser refuses to keep anything: the reader must be told. */
  conserve: boolean;
  garder: (valeur: Valeur) => void;
  /** To be called once the server has acknowledged, or the agent has given up. */
  oublier: () => void;
}

/**
 * Text being typed, kept on this machine per agent.
 *
 * @param cle - what is being written, `contribution:region:E07`
 * @param lire - parses what was kept, perhaps by an older version of the page; null to ignore it
 */
export function useBrouillonLocal<Valeur>(
  cle: string,
  lire: (garde: unknown) => Valeur | null,
): BrouillonLocal<Valeur> {
  const sujet = useAgent()?.sujet ?? 'anonyme';
  const magasin = useMemo(() => creerMagasinBrouillons(localStorage, sujet), [sujet]);
  const [etat, setEtat] = useState(() => {
    const garde = magasin.lire(cle);
    const valeur = garde === null ? null : lire(garde.valeur);
    return {
      valeur,
      enregistreLe: valeur === null || garde === null ? null : garde.enregistreLe,
      conserve: true,
    };
  });
  useSaisieEnCours(etat.valeur === null ? 'aucune' : etat.conserve ? 'gardee' : 'fragile');
  const garder = useCallback(
    (valeur: Valeur) => {
      const conserve = magasin.garder(cle, valeur);
      setEtat({ valeur, enregistreLe: new Date(), conserve });
    },
    [magasin, cle],
  );
  const oublier = useCallback(() => {
    magasin.oublier(cle);
    setEtat({ valeur: null, enregistreLe: null, conserve: true });
  }, [magasin, cle]);
  return { ...etat, garder, oublier };
}
