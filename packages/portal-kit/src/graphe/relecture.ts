import { useEffect, useEffectEvent } from 'react';
import type { Lecture } from './lecture.js';

const PRESSEE_MS = 2_000;
const TRANQUILLE_MS = 6_000;

/**
 * Reads again from time to time what several houses write and no stream announces. Hidden pages
 * ask nothing, and a slow reading is left to arrive.
 *
 * @param rythme - `pressee` while an act made is on its way to another house, `tranquille` while
 * others may write, `jamais` once nothing can change
 */
export function useRelecture(
  lecture: Pick<Lecture<unknown>, 'rafraichissement' | 'relancer'>,
  rythme: 'pressee' | 'tranquille' | 'jamais',
): void {
  const relire = useEffectEvent(() => {
    if (document.visibilityState === 'visible' && !lecture.rafraichissement) lecture.relancer();
  });
  useEffect(() => {
    if (rythme === 'jamais') return undefined;
    const minuterie = setInterval(relire, rythme === 'pressee' ? PRESSEE_MS : TRANQUILLE_MS);
    return () => clearInterval(minuterie);
  }, [rythme]);
}
