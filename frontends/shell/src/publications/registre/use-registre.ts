import { type ErreurLisible, useSession } from '@passerelle/portal-kit';
import { useEffect, useEffectEvent, useState } from 'react';
import { demander } from './demander.js';
import { ErreurDuRegistre } from './erreur-du-registre.js';

export interface LectureDuRegistre<T> {
  /** Last known answer for this address; kept on screen when a later reading fails. */
  donnees: T | null;
  /** When it was read. */
  lueLe: Date | null;
  enCours: boolean;
  erreur: ErreurLisible | null;
  relancer: () => void;
}

interface Etat<T> {
  chemin: string | null;
  donnees: T | null;
  lueLe: Date | null;
  erreur: ErreurLisible | null;
}

/**
 * Reads an address of the registry, again when the agent is back from a new sign-in or comes back
 * to the tab. `chemin` null: nothing to read.
 */
export function useRegistre<T>(
  chemin: string | null,
  lire: (corps: unknown) => T,
): LectureDuRegistre<T> {
  const [etat, setEtat] = useState<Etat<T>>({ chemin, donnees: null, lueLe: null, erreur: null });
  const [tour, setTour] = useState(0);
  const present = useSession().statut !== 'expiree';
  const lireLeCorps = useEffectEvent(lire);

  useEffect(() => {
    if (chemin === null || !present) return;
    const abandon = new AbortController();
    demander(chemin, (corps) => lireLeCorps(corps), { signal: abandon.signal }).then(
      (donnees) => setEtat({ chemin, donnees, lueLe: new Date(), erreur: null }),
      (cause: unknown) => {
        if (abandon.signal.aborted) return;
        if (!(cause instanceof ErreurDuRegistre)) throw cause;
        const { lisible } = cause;
        setEtat((avant) =>
          avant.chemin === chemin
            ? { ...avant, erreur: lisible }
            : { chemin, donnees: null, lueLe: null, erreur: lisible },
        );
      },
    );
    return () => abandon.abort();
  }, [chemin, present, tour]);

  useEffect(() => {
    const relire = (): void => {
      if (document.visibilityState === 'visible') setTour((avant) => avant + 1);
    };
    document.addEventListener('visibilitychange', relire);
    return () => document.removeEventListener('visibilitychange', relire);
  }, []);

  const deCeChemin = etat.chemin === chemin ? etat : null;
  return {
    donnees: deCeChemin?.donnees ?? null,
    lueLe: deCeChemin?.lueLe ?? null,
    erreur: deCeChemin?.erreur ?? null,
    enCours:
      chemin !== null && (deCeChemin === null || (!deCeChemin.donnees && !deCeChemin.erreur)),
    relancer: () => setTour((avant) => avant + 1),
  };
}
