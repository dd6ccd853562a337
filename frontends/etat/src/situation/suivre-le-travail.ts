import type { Lecture } from '@passerelle/portal-kit';
import { useEffect, useEffectEvent } from 'react';

const RYTHME_MS = 2_000;

/** Reads again while a work goes on, which no stream announces; hidden pages ask nothing. */
export function useTravailSuivi(
  lecture: Pick<Lecture<unknown>, 'rafraichissement' | 'relancer'>,
  enCours: boolean,
): void {
  const relire = useEffectEvent(() => {
    if (document.visibilityState === 'visible' && !lecture.rafraichissement) lecture.relancer();
  });
  useEffect(() => {
    if (!enCours) return undefined;
    const minuterie = setInterval(relire, RYTHME_MS);
    return () => clearInterval(minuterie);
  }, [enCours]);
}
