import type { ErreurLisible } from '@passerelle/portal-kit';
import { useState } from 'react';
import { type Demande, demander } from '../registre/demander.js';
import { ErreurDuRegistre } from '../registre/erreur-du-registre.js';

/** An act sent to the registry: under way, done, or why not. */
export interface ActeDuRegistre<T> {
  enCours: boolean;
  resultat: T | null;
  erreur: ErreurLisible | null;
  /** Sends it; null when it failed, and then `erreur` says why. */
  faire: (chemin: string, demande: Demande) => Promise<T | null>;
  /** Before a new try, or when its dialog closes. */
  oublier: () => void;
}

const REPOS = { enCours: false, resultat: null, erreur: null };

export function useActeDuRegistre<T>(lire: (corps: unknown) => T): ActeDuRegistre<T> {
  const [etat, setEtat] =
    useState<Pick<ActeDuRegistre<T>, 'enCours' | 'resultat' | 'erreur'>>(REPOS);
  return {
    ...etat,
    async faire(chemin, demande) {
      setEtat({ ...REPOS, enCours: true });
      try {
        const resultat = await demander(chemin, lire, demande);
        setEtat({ ...REPOS, resultat });
        return resultat;
      } catch (cause) {
        if (!(cause instanceof ErreurDuRegistre)) throw cause;
        setEtat({ ...REPOS, erreur: cause.lisible });
        return null;
      }
    },
    oublier: () => setEtat(REPOS),
  };
}
