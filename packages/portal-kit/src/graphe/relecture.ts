import { useEffect, useEffectEvent } from 'react';

const PRESSEE_MS = 2_000;
const TRANQUILLE_MS = 6_000;

/**
 * Reads again from time to time what several houses write and no stream announces. Hidden pages
 * ask nothing.
 *
 * @param rythme - `pressee` while an act made is on its way to another house, `tranquille` while
 * others may write, `jamais` once nothing can change
 */
export function useRelecture(
  relancer: () => void,
  rythme: 'pressee' | 'tranquille' | 'jamais',
): void {
  const relire = useEffectEvent(() => {
    if (document.visibilityState === 'visible') relancer();
  });
  useEffect(() => {
    if (rythme === 'jamais') return undefined;
    const minuterie = setInterval(relire, rythme === 'pressee' ? PRESSEE_MS : TRANQUILLE_MS);
    return () => clearInterval(minuterie);
  }, [rythme]);
}
