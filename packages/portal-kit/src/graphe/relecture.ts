import { useEffect, useEffectEvent } from 'react';
import type { Lecture } from './lecture.js';

/** `pressee` while an act made is on its way to another house, `jamais` once nothing can change. */
export type Rythme = 'pressee' | 'tranquille' | 'jamais';

const PREMIER_MS: Readonly<Record<Exclude<Rythme, 'jamais'>, number>> = {
  pressee: 2_000,
  tranquille: 6_000,
};
const DERNIER_MS = 30_000;
/** While a stream tells of each change: only in case one was lost on its way. */
const FILET_MS = 12_000;

/**
 * Before the reading that follows so many others: less and less often, up to thirty seconds.
 *
 * @returns milliseconds
 */
export function delaiDeRelecture(rythme: Exclude<Rythme, 'jamais'>, lectures: number): number {
  return Math.min(DERNIER_MS, Math.round(PREMIER_MS[rythme] * 1.5 ** lectures));
}

/**
 * Reads again from time to time what several houses write, less when a stream tells of it. Hidden
 * pages ask nothing, one that comes back in sight asks at once; a slow reading is left to arrive.
 *
 * @param entendu - a stream tells of each change: the page asks rarely, in case one was lost
 */
export function useRelecture(
  lecture: Pick<Lecture<unknown>, 'rafraichissement' | 'relancer'>,
  rythme: Rythme,
  entendu: boolean,
): void {
  const relire = useEffectEvent(() => {
    if (entendu || !lecture.rafraichissement) lecture.relancer();
  });
  useEffect(() => {
    if (rythme === 'jamais') return undefined;
    let minuterie: ReturnType<typeof setTimeout> | undefined;
    let lectures = 0;
    const programmer = (): void => {
      clearTimeout(minuterie);
      if (document.visibilityState !== 'visible') return;
      minuterie = setTimeout(
        () => {
          lectures += 1;
          relire();
          programmer();
        },
        entendu && rythme === 'tranquille' ? FILET_MS : delaiDeRelecture(rythme, lectures),
      );
    };
    const revenir = (): void => {
      if (document.visibilityState === 'visible') {
        lectures = 0;
        relire();
      }
      programmer();
    };
    document.addEventListener('visibilitychange', revenir);
    programmer();
    return () => {
      clearTimeout(minuterie);
      document.removeEventListener('visibilitychange', revenir);
    };
  }, [rythme, entendu]);
}
